import type { Evidence } from '../list/entry.ts';
import { countYears, findNewestDay } from '../list/evidence-age.ts';
import { listEvidenceForScope } from '../list/evidence-for-scope.ts';
import { countEvidence } from '../list/evidence-label.ts';
import { groupByOrganisation } from '../list/group-evidence.ts';
import type { ExplainedFinding } from '../messages/described-address.ts';
import { describeEvidence } from '../ui/describe-evidence.ts';
import { useText } from '../ui/text-context.ts';
import { EvidenceGroup } from './evidence-group.tsx';

/** From this age on the newest item is marked as old. */
const OLD_YEARS = 1;

interface Props {
  readonly finding: ExplainedFinding;
  readonly today: string;
}

/** The evidence for this address: counts as facts, how old it is, then item by item. */
export function EvidenceSection({ finding, today }: Props) {
  const text = useText();
  const items = listEvidenceForScope(finding.entry, finding.scope);
  const elsewhere = finding.entry.evidence.length - items.length;
  const counts = countEvidence(items, finding.organisations);
  const groups = groupByOrganisation(items, finding.organisations);
  return (
    <section>
      <h3>{text.say('evidence_heading')}</h3>
      <p class="strong">{describeEvidence(counts, groups.length, text)}</p>
      <EvidenceAge items={items} today={today} />
      {groups.map((group) => (
        <EvidenceGroup key={group.id} group={group} />
      ))}
      {elsewhere > 0 && <p class="small">{text.count('evidence_other_scopes', elsewhere)}</p>}
    </section>
  );
}

/** Old evidence must read as old; a legal act doesn't age, it holds until it is repealed. */
function EvidenceAge({ items, today }: { items: readonly Evidence[]; today: string }) {
  const text = useText();
  const newest = findNewestDay(items);
  if (newest === undefined) return <p class="caution">{text.say('evidence_none_dated')}</p>;
  const years = countYears(newest, today);
  const day = text.say('evidence_newest', text.day(newest));
  if (years < OLD_YEARS || items.some(({ kind }) => kind === 'legal-act')) return <p>{day}</p>;
  return (
    <p class="caution">
      {day} {text.count('evidence_old', years)}
    </p>
  );
}
