import * as v from 'valibot';
import { type Entry, entrySchema } from '../list/entry.ts';
import type { Finding } from '../match/verdict.ts';
import type { ListedFinding, ShownList, ShownOrganisation } from '../messages/described-address.ts';
import { readOrganisations } from '../store/read-organisations.ts';
import { readExplainingContext } from './explaining-context.ts';
import type { StoredExplanations } from './stored-explanations.ts';

export interface FindingParts {
  readonly lists: readonly ShownList[];
  readonly today: string;
  readonly stored: StoredExplanations;
  /** `list/entry` of the badges that the reader hid. */
  readonly dismissed: readonly string[];
}

/** The findings with what explains them, none left out: one without its entry says so. */
export async function describeFindings(
  findings: readonly Finding[],
  { lists, today, stored, dismissed }: FindingParts,
): Promise<ListedFinding[]> {
  const context = readExplainingContext(await stored.readContext(), today);
  return Promise.all(
    findings.map(async ({ list: listId, entry: slug, scope, state }): Promise<ListedFinding> => {
      const isDismissed = dismissed.includes(`${listId}/${slug}`);
      const finding = { list: findList(lists, listId), slug, scope, isDismissed };
      const reading = v.safeParse(entrySchema, await stored.readEntry(listId, slug));
      if (!reading.success) {
        return { kind: 'unreadable', ...finding, isContested: state === 'appealed' };
      }
      const entry = reading.output;
      return {
        kind: 'explained',
        ...finding,
        entry,
        organisations: await describeOrganisations(entry, listId, stored),
        commitments: context.explainCommitments(entry.grounds),
        laws: context.explainLaws(entry.grounds),
      };
    }),
  );
}

/** Those whom the entry's evidence names; one that the list does not describe is left out. */
async function describeOrganisations(
  { evidence }: Entry,
  key: string,
  stored: StoredExplanations,
): Promise<readonly ShownOrganisation[]> {
  const list = await stored.readList(key);
  return (list === undefined ? [] : readOrganisations(list))
    .filter(({ id }) => evidence.some(({ by }) => by === id))
    .map(({ id, name, kind, site, judges, memberships }) => ({
      ...{ id, name, kind, site },
      ...(judges === undefined ? {} : { judges }),
      ...(memberships === undefined ? {} : { memberships }),
    }));
}

function findList(lists: readonly ShownList[], id: string): ShownList {
  const list = lists.find((each) => each.id === id);
  // The matcher takes findings from the consulted lists only.
  if (list === undefined) throw new Error(`The list ${id} was not consulted.`);
  return list;
}
