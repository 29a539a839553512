import * as v from 'valibot';
import { commitmentNumbersFor } from '../code-of-practice/commitments-for.ts';
import { type Entry, entrySchema } from '../list/entry.ts';
import { listEvidenceForScope } from '../list/evidence-for-scope.ts';
import { listInfoSchema } from '../list/list-info.ts';
import { checkAddress, type ReadKeys } from '../match/check-address.ts';
import type { Finding } from '../match/verdict.ts';
import type { FindingSummary, PageReply } from '../messages/protocol.ts';
import type { Database } from '../platform/database.ts';

export interface DescribeParts {
  readonly read: ReadKeys;
  readonly today: string;
  readonly openDatabase: () => Promise<Database>;
  /** `list/entry` of the badges that the reader hid. */
  readonly dismissed: readonly string[];
  readonly language: 'en' | 'fr';
}

/**
 * What a listed page draws, by the worker's own check of the address: the same matcher on the same
 * storage as the page's, so they can only differ while a list is being swapped. An entry that cannot
 * be read is left out; the page is no less listed.
 *
 * @throws when storage says neither listed nor not listed
 */
export async function describePage(address: string, parts: DescribeParts): Promise<PageReply> {
  const { verdict } = await checkAddress(address, parts.read, parts.today);
  if (verdict.kind === 'no-list') throw new Error(`No usable list: ${verdict.reason}.`);
  if (verdict.kind !== 'listed') return { kind: 'not-listed' };
  const database = await parts.openDatabase();
  const findings: FindingSummary[] = [];
  for (const finding of verdict.findings) {
    const value = await database.get('entries', [finding.list, finding.entry]);
    const entry = v.safeParse(entrySchema, value);
    if (!entry.success) continue;
    const isDismissed = parts.dismissed.includes(`${finding.list}/${finding.entry}`);
    const listTitle = await readTitle(database, finding.list, parts.language);
    findings.push({ ...summarise(finding, entry.output), listTitle, isDismissed });
  }
  return { kind: 'listed', findings };
}

/** The list's title in the reader's language of today, which may not be that of the install. */
async function readTitle(database: Database, id: string, language: 'en' | 'fr'): Promise<string> {
  const stored = await database.get('lists', id);
  const list = typeof stored === 'object' && stored !== null && 'list' in stored && stored.list;
  const info = v.safeParse(listInfoSchema, list);
  return info.success ? info.output.title[language] : id;
}

function summarise(
  finding: Finding,
  entry: Entry,
): Omit<FindingSummary, 'listTitle' | 'isDismissed'> {
  const items = listEvidenceForScope(entry, finding.scope);
  const evidenceCounts: Record<string, number> = {};
  for (const { kind } of items) evidenceCounts[kind] = (evidenceCounts[kind] ?? 0) + 1;
  return {
    list: finding.list,
    entry: finding.entry,
    scope: finding.scope,
    name: entry.name,
    contested: finding.state === 'appealed',
    grounds: entry.grounds,
    commitments: commitmentNumbersFor(entry.grounds),
    evidenceCounts,
    organisationCount: new Set(items.map(({ by }) => by)).size,
    reviewed: entry.reviewed,
  };
}
