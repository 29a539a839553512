import { listEvidenceForScope } from '../list/evidence-for-scope.ts';
import { countEvidence } from '../list/evidence-label.ts';
import { groupByOrganisation } from '../list/group-evidence.ts';
import type { ExplainedFinding } from '../messages/described-address.ts';
import { describeEvidence } from '../ui/describe-evidence.ts';
import { EvidenceAge } from '../ui/evidence-age.tsx';
import { useText } from '../ui/text-context.ts';
import { EvidenceGroup } from './evidence-group.tsx';

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
      <EvidenceAge items={items} today={today} text={text} />
      {groups.map((group) => (
        <EvidenceGroup key={group.id} group={group} />
      ))}
      {elsewhere > 0 && <p class="small">{text.count('evidence_other_scopes', elsewhere)}</p>}
    </section>
  );
}
