import { listEvidenceForScope } from '../list/evidence-for-scope.ts';
import { describeEvidence } from '../ui/describe-evidence.ts';
import { useText } from '../ui/text-context.ts';
import { countYears, findNewestDay } from './evidence-age.ts';
import { EvidenceGroup } from './evidence-group.tsx';
import { countKinds, groupByOrganisation } from './group-evidence.ts';
import type { ListedFinding } from './popup-view.ts';

interface Props {
  readonly finding: ListedFinding;
  readonly today: string;
}

/** The evidence for this address: counts as facts, how old it is, then item by item. */
export function EvidenceSection({ finding, today }: Props) {
  const text = useText();
  const items = listEvidenceForScope(finding.entry, finding.scope);
  const elsewhere = finding.entry.evidence.length - items.length;
  const groups = groupByOrganisation(items, finding.organisations);
  return (
    <section>
      <h3>{text.say('evidence_heading')}</h3>
      <p class="strong">{describeEvidence(countKinds(items), groups.length, text)}</p>
      <EvidenceAge newest={findNewestDay(items)} today={today} />
      {groups.map((group) => (
        <EvidenceGroup key={group.id} group={group} />
      ))}
      {elsewhere > 0 && <p class="small">{text.count('evidence_other_scopes', elsewhere)}</p>}
    </section>
  );
}

function EvidenceAge({ newest, today }: { newest: string | undefined; today: string }) {
  const text = useText();
  if (newest === undefined) return <p class="caution">{text.say('evidence_none_dated')}</p>;
  const years = countYears(newest, today);
  const day = text.say('evidence_newest', text.day(newest));
  if (years === 0) return <p>{day}</p>;
  return (
    <p class="caution">
      {day} {text.count('evidence_old', years)}
    </p>
  );
}
