import { labelEvidence } from '../list/evidence-label.ts';
import { type EvidenceGroup as Group, networksOn } from '../list/group-evidence.ts';
import type { ShownOrganisation } from '../messages/described-address.ts';
import { ORGANISATION_TEXTS } from '../ui/evidence-texts.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import { useText } from '../ui/text-context.ts';
import { EvidenceItem } from './evidence-item.tsx';

/** So many are open from the start; more would push the rest of the popup out of sight. */
const OPEN_ITEMS = 3;

/** What one organisation found. */
export function EvidenceGroup({ group }: { readonly group: Group<ShownOrganisation> }) {
  const text = useText();
  const { organisation, items } = group;
  const name = organisation?.name ?? text.say('organisation_unknown', group.id);
  const facts = [
    ...(organisation ? [text.say(ORGANISATION_TEXTS[organisation.kind])] : []),
    ...group.networks.map((network) => text.say('organisation_member', network)),
  ];
  const show = (shown: typeof items) => (
    <ul class="items">
      {[...shown.entries()].map(([place, item]) => (
        // By its place, which is fixed: several items may have one address.
        <EvidenceItem
          key={place}
          item={item}
          label={labelEvidence(item, organisation ? [organisation] : [])}
          networks={networksOn(organisation, item.date).filter((n) => !group.networks.includes(n))}
        />
      ))}
    </ul>
  );
  const rest = items.slice(OPEN_ITEMS);
  return (
    <section class="group">
      <h4>
        {organisation === undefined ? (
          name
        ) : (
          <OutsideLink href={organisation.site}>{name}</OutsideLink>
        )}{' '}
        {facts.length > 0 && <span class="small">{facts.join(' · ')}</span>}
      </h4>
      {organisation?.judges === 'message' && <p>{text.say('evidence_cases')}</p>}
      {show(items.slice(0, OPEN_ITEMS))}
      {rest.length > 0 && (
        <details>
          <summary>{text.count('evidence_more', rest.length)}</summary>
          {show(rest)}
        </details>
      )}
    </section>
  );
}
