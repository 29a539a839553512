import * as v from 'valibot';
import { entrySchema } from '../list/entry.ts';
import type { Finding } from '../match/verdict.ts';
import type { ListedFinding, ShownList } from '../messages/described-address.ts';
import { readExplainingContext } from './explaining-context.ts';
import type { StoredValues } from './open-stored-values.ts';

export interface FindingParts {
  readonly lists: readonly ShownList[];
  readonly today: string;
  readonly stored: StoredValues;
  /** `list/entry` of the badges that the reader hid. */
  readonly dismissed: readonly string[];
}

/** The findings with what explains them, none left out: one without its entry says so. */
export async function describeFindings(
  findings: readonly Finding[],
  { lists, today, stored, dismissed }: FindingParts,
): Promise<ListedFinding[]> {
  const context = readExplainingContext(await stored('state', 'context'), today);
  return Promise.all(
    findings.map(async ({ list: listId, entry: slug, scope, state }): Promise<ListedFinding> => {
      const isDismissed = dismissed.includes(`${listId}/${slug}`);
      const finding = { list: findList(lists, listId), slug, scope, isDismissed };
      const reading = v.safeParse(entrySchema, await stored('entries', [listId, slug]));
      if (!reading.success) {
        return { kind: 'unreadable', ...finding, isContested: state === 'appealed' };
      }
      const entry = reading.output;
      return {
        kind: 'explained',
        ...finding,
        entry,
        organisations: context.describeOrganisations(entry),
        commitments: context.explainCommitments(entry.grounds),
        laws: context.explainLaws(entry.grounds),
      };
    }),
  );
}

function findList(lists: readonly ShownList[], id: string): ShownList {
  const list = lists.find((each) => each.id === id);
  // The matcher takes findings from the consulted lists only.
  if (list === undefined) throw new Error(`The list ${id} was not consulted.`);
  return list;
}
