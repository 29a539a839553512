import { commitmentNumbersFor } from '../code-of-practice/commitments-for.ts';
import type { CompiledEntry } from '../list/compiled-list.ts';
import type { Entry, Evidence } from '../list/entry.ts';
import { listEvidenceForScope } from '../list/evidence-for-scope.ts';
import { type EvidenceLabel, labelEvidence } from '../list/evidence-label.ts';
import type { Finding, Verdict } from '../match/verdict.ts';
import { explainUnchecked } from './explain-unchecked.ts';
import { formatCount } from './format-count.ts';
import type { ListReader } from './list-reader.ts';

/** An item in words, one and many. */
const LABEL_NAMES: Readonly<Record<EvidenceLabel, readonly [string, string]>> = {
  'fact-check': ['fact-check', 'fact-checks'],
  case: ['case about a single message', 'cases about single messages'],
  investigation: ['investigation', 'investigations'],
  rating: ['rating', 'ratings'],
  'source-list': ['source list', 'source lists'],
  'legal-act': ['legal act', 'legal acts'],
};

/** What of a list its verdicts are told with. */
type Told = Pick<ListReader, 'name' | 'findEntry' | 'findLater' | 'organisations'>;

/** `7 fact-checks by 3 organisations, 1 rating by 1 organisation`, of the items for one scope. */
function formatEvidence(entry: Entry, scope: string, { organisations }: Told): string {
  const items = listEvidenceForScope(entry, scope);
  const label = (item: Evidence) => labelEvidence(item, organisations);
  return [...new Set(items.map(label))]
    .map((each) => {
      const labelled = items.filter((item) => label(item) === each);
      const count = new Set(labelled.map((item) => item.by)).size;
      const by = formatCount(count, 'organisation', 'organisations');
      return `${formatCount(labelled.length, ...LABEL_NAMES[each])} by ${by}`;
    })
    .join(', ');
}

/** Our reading of the Code, and said to be: it names no website, and its numbers are those of 2022. */
function formatCommitments(numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  const [commitments, concern] =
    numbers.length === 1 ? ['commitment', 'concerns'] : ['commitments', 'concern'];
  return (
    `Code ${commitments} ${numbers.join(', ')} (2022 numbering) ${concern} such sources; ` +
    'the Code names no website: this is the list’s reading'
  );
}

function formatFinding(finding: Finding, told: Told): string {
  const entry = told.findEntry(finding.entry);
  const grounds = entry?.grounds ?? [];
  return [
    `listed: ${entry?.name ?? finding.entry} (${finding.scope})`,
    finding.state === 'appealed' ? 'contested: an appeal is under way' : '',
    `grounds: ${grounds.join(', ').replaceAll('-', ' ')}`,
    `evidence: ${entry ? formatEvidence(entry, finding.scope, told) : 'none shown'}`,
    formatCommitments(commitmentNumbersFor(grounds)),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

type Ended = Extract<Verdict, { kind: 'not-listed' }>['ended'];

/** Why an address that an entry names is not on the list, or not on that day. */
function formatEnd(ended: Ended, later: CompiledEntry | undefined, { findEntry }: Told): string {
  const name = ended && (findEntry(ended.record.entry)?.name ?? ended.record.entry);
  if (ended?.reason === 'lapsed') return `; the entry "${name}" lapsed after ${ended.record.until}`;
  if (ended?.reason === 'decided') return `; the entry "${name}" is suspended or removed`;
  return later ? ` on that day; the entry "${later.name}" is on it from ${later.listed}` : '';
}

type NoList = Extract<Verdict, { kind: 'no-list' }>;

function explainNoList({ reason, staleLists: [stale] }: NoList): string {
  if (reason === 'missing') return 'the list has no entries';
  if (stale === undefined) return 'the list can’t be read';
  const days = formatCount(stale.maxStaleDays, 'day', 'days');
  return (
    `${stale.title} is of ${stale.publishedOn} and too old: it may be used for ${days}; ` +
    'install a newer Demonitor'
  );
}

/** What a verdict means, in one line of plain words; never that an address is safe. */
export function describeVerdict(input: string, verdict: Verdict, told: Told): string {
  switch (verdict.kind) {
    case 'listed':
      return [...verdict.findings.map((one) => formatFinding(one, told)), told.name].join('; ');
    case 'not-listed': {
      const why = formatEnd(verdict.ended, told.findLater(input), told);
      return `not on the list${why}; this is no certificate; ${told.name}`;
    }
    case 'no-list':
      return `could not be checked: ${explainNoList(verdict)}`;
    case 'not-checkable':
      return verdict.reason === 'other-scheme'
        ? 'not checkable: only http and https addresses are looked up'
        : `not checkable: ${explainUnchecked(input)}`;
    default:
      return verdict satisfies never;
  }
}
