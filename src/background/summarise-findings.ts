import * as v from 'valibot';
import { commitmentNumbersFor } from '../code-of-practice/commitments-for.ts';
import { type Entry, entrySchema } from '../list/entry.ts';
import { listEvidenceForScope } from '../list/evidence-for-scope.ts';
import { countEvidence } from '../list/evidence-label.ts';
import { nameWithHost } from '../list/name-with-host.ts';
import type { Organisation } from '../list/organisation.ts';
import type { Finding } from '../match/verdict.ts';
import type { FindingSummary } from '../messages/protocol.ts';
import { readOrganisations } from '../store/read-organisations.ts';
import type { StoredExplanations } from './stored-explanations.ts';

export interface SummaryParts {
  readonly stored: Pick<StoredExplanations, 'readList' | 'readSubscription' | 'readEntry'>;
  /** `list/entry` of the badges that the reader hid. */
  readonly dismissed: readonly string[];
  readonly language: 'en' | 'fr';
}

/** What a badge says of findings. One whose entry cannot be read is left out; it still stands. */
export async function summariseFindings(
  findings: readonly Finding[],
  { stored, dismissed, language }: SummaryParts,
): Promise<FindingSummary[]> {
  const summaries: FindingSummary[] = [];
  for (const finding of findings) {
    const { list: key, entry: slug } = finding;
    const entry = v.safeParse(entrySchema, await stored.readEntry(key, slug));
    const list = await stored.readList(key);
    const subscription = await stored.readSubscription(key);
    if (!entry.success || list === undefined || subscription === undefined) continue;
    const isDismissed = dismissed.includes(`${key}/${slug}`);
    // In the reader's language of today, which may not be that of the install.
    const listTitle = nameWithHost(list.header.list.title[language], subscription);
    const { isDevelopment } = subscription;
    const summary = summarise(finding, entry.output, readOrganisations(list));
    summaries.push({ ...summary, listTitle, isDevelopment, isDismissed });
  }
  return summaries;
}

function summarise(
  finding: Finding,
  entry: Entry,
  organisations: readonly Organisation[],
): Omit<FindingSummary, 'listTitle' | 'isDevelopment' | 'isDismissed'> {
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
