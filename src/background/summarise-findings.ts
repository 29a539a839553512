import * as v from 'valibot';
import { commitmentNumbersFor } from '../code-of-practice/commitments-for.ts';
import { parseContext } from '../list/context.ts';
import { type Entry, entrySchema } from '../list/entry.ts';
import { listEvidenceForScope } from '../list/evidence-for-scope.ts';
import { countEvidence } from '../list/evidence-label.ts';
import { listInfoSchema } from '../list/list-info.ts';
import type { Organisation } from '../list/organisation.ts';
import type { Finding } from '../match/verdict.ts';
import type { FindingSummary } from '../messages/protocol.ts';
import type { StoredValues } from './open-stored-values.ts';

export interface SummaryParts {
  readonly stored: StoredValues;
  /** `list/entry` of the badges that the reader hid. */
  readonly dismissed: readonly string[];
  readonly language: 'en' | 'fr';
}

/** What a badge says of findings. One whose entry cannot be read is left out; it still stands. */
export async function summariseFindings(
  findings: readonly Finding[],
  { stored, dismissed, language }: SummaryParts,
): Promise<FindingSummary[]> {
  const organisations = readOrganisations(await stored('state', 'context'));
  const summaries: FindingSummary[] = [];
  for (const finding of findings) {
    const { list, entry: slug } = finding;
    const entry = v.safeParse(entrySchema, await stored('entries', [list, slug]));
    if (!entry.success) continue;
    const isDismissed = dismissed.includes(`${list}/${slug}`);
    const listTitle = readTitle(await stored('lists', list), language) ?? list;
    summaries.push({ ...summarise(finding, entry.output, organisations), listTitle, isDismissed });
  }
  return summaries;
}

/** The list's title in the reader's language of today, which may not be that of the install. */
function readTitle(stored: unknown, language: 'en' | 'fr'): string | undefined {
  const list = typeof stored === 'object' && stored !== null && 'list' in stored && stored.list;
  const info = v.safeParse(listInfoSchema, list);
  return info.success ? info.output.title[language] : undefined;
}

/** None where the context cannot be read: evidence is then told by its kind alone. */
function readOrganisations(stored: unknown): readonly Organisation[] {
  const reading = parseContext(stored);
  return reading.kind === 'context' ? reading.context.organisations : [];
}

function summarise(
  finding: Finding,
  entry: Entry,
  organisations: readonly Organisation[],
): Omit<FindingSummary, 'listTitle' | 'isDismissed'> {
  const items = listEvidenceForScope(entry, finding.scope);
  return {
    list: finding.list,
    entry: finding.entry,
    scope: finding.scope,
    name: entry.name,
    contested: finding.state === 'appealed',
    grounds: entry.grounds,
    commitments: commitmentNumbersFor(entry.grounds),
    evidenceCounts: countEvidence(items, organisations),
    organisationCount: new Set(items.map(({ by }) => by)).size,
    reviewed: entry.reviewed,
  };
}
