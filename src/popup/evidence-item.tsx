import type { Evidence } from '../list/entry.ts';
import type { EvidenceLabel } from '../list/evidence-label.ts';
import { EVIDENCE_TEXTS } from '../ui/evidence-texts.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import { useText } from '../ui/text-context.ts';

interface Props {
  readonly item: Evidence;
  readonly label: EvidenceLabel;
  /** Networks its organisation belonged to that day, where the group does not say so already. */
  readonly networks: readonly string[];
}

/** One item: what it is, which day, what it found, where to read it. */
export function EvidenceItem({ item, label, networks }: Props) {
  const text = useText();
  const day = item.date === undefined ? text.say('evidence_undated') : text.day(item.date);
  return (
    <li>
      <OutsideLink href={item.url}>
        {text.say('evidence_item', text.say(EVIDENCE_TEXTS[label]), day)}
      </OutsideLink>{' '}
      <span class="small">
        {readHost(item.url)}
        {item.archive !== undefined && (
          <>
            {' · '}
            <OutsideLink href={item.archive}>{text.say('evidence_archive')}</OutsideLink>
          </>
        )}
        {item.date === undefined &&
          item.seen !== undefined &&
          ` · ${text.say('evidence_transcribed', text.day(item.seen.date), item.seen.in)}`}
        {networks.map((network) => ` · ${text.say('organisation_member', network)}`)}
      </span>
      {item.claim !== undefined && (
        // Written in English, whatever the reader's language (lists/README.md).
        <p class="claim" lang="en" dir="auto">
          {item.claim}
        </p>
      )}
    </li>
  );
}

function readHost(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}
