import { commitmentNumbersFor } from '../code-of-practice/commitments-for.ts';
import type { Entry, EvidenceKind } from '../list/entry.ts';
import { listEvidenceForScope } from '../list/evidence-for-scope.ts';
import type { ConsultedList, Finding, Verdict } from '../match/verdict.ts';
import { formatCount } from './format-count.ts';

/** An item in words, one and many. */
const KIND_NAMES: Readonly<Record<EvidenceKind, readonly [string, string]>> = {
  'fact-check': ['fact-check', 'fact-checks'],
  investigation: ['investigation', 'investigations'],
  rating: ['rating', 'ratings'],
  'source-list': ['source list', 'source lists'],
  'legal-act': ['legal act', 'legal acts'],
};

/** `7 fact-checks by 3 organisations, 1 rating by 1 organisation`, of the items for one scope. */
function formatEvidence(entry: Entry, scope: string): string {
  const items = listEvidenceForScope(entry, scope);
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const ofKind = items.filter((item) => item.kind === kind);
      const organisations = new Set(ofKind.map((item) => item.by)).size;
      const by = formatCount(organisations, 'organisation', 'organisations');
      return `${formatCount(ofKind.length, ...KIND_NAMES[kind])} by ${by}`;
    })
    .join(', ');
}

function formatList({ title, version, publishedOn }: ConsultedList): string {
  return `${title}, version ${version} of ${publishedOn}`;
}

function formatFinding(
  finding: Finding,
  entry: Entry | undefined,
  lists: readonly ConsultedList[],
): string {
  const list = lists.find(({ id }) => id === finding.list);
  const grounds = entry?.grounds ?? [];
  const commitments = commitmentNumbersFor(grounds);
  return [
    `listed: ${entry?.name ?? finding.entry} (${finding.scope})`,
    finding.state === 'appealed' ? 'contested: an appeal is under way' : '',
    `grounds: ${grounds.join(', ').replaceAll('-', ' ')}`,
    `evidence: ${entry ? formatEvidence(entry, finding.scope) : 'none shown'}`,
    `Code commitment${commitments.length === 1 ? '' : 's'} ${commitments.join(', ')}`,
    list ? formatList(list) : finding.list,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** What a verdict means, in one line of plain words; never that an address is safe. */
export function describeVerdict(
  verdict: Verdict,
  findEntry: (slug: string) => Entry | undefined,
): string {
  switch (verdict.kind) {
    case 'listed':
      return verdict.findings
        .map((finding) => formatFinding(finding, findEntry(finding.entry), verdict.lists))
        .join(' | ');
    case 'not-listed': {
      const lists = verdict.lists.map(formatList).join(' | ');
      const { ended } = verdict;
      const name = ended && (findEntry(ended.record.entry)?.name ?? ended.record.entry);
      let why = '';
      if (ended?.reason === 'lapsed') why = `; the entry "${name}" lapsed on ${ended.record.until}`;
      if (ended?.reason === 'decided') why = `; the entry "${name}" is suspended or removed`;
      return `not on the list${why}; this is no certificate; ${lists}`;
    }
    case 'no-list':
      return `could not be checked: no list that may still be used (${verdict.reason})`;
    case 'not-checkable':
      return verdict.reason === 'other-scheme'
        ? 'not checkable: only http and https addresses are looked up'
        : 'not checkable: this is no address of a website';
    default:
      return verdict satisfies never;
  }
}
