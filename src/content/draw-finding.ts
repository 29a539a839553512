import type { FindingSummary } from '../messages/protocol.ts';
import { describeEvidence } from '../ui/describe-evidence.ts';
import { nameGrounds } from '../ui/name-grounds.ts';
import type { Text } from '../ui/text.ts';
import { drawBadge } from './badge.ts';

/** Draws what one list says; where several lists name the source, the popup shows them all. */
export function drawFinding(
  root: ShadowRoot,
  finding: FindingSummary,
  text: Text,
  dismiss: () => void,
): void {
  drawBadge(
    root,
    {
      name: finding.name,
      groundsText: nameGrounds(finding.grounds, text),
      commitmentNumbers: finding.commitments,
      isContested: finding.contested,
      evidenceText: describeEvidence(finding.evidenceCounts, finding.organisationCount, text),
      listTitle: finding.listTitle,
      reviewedText: text.day(finding.reviewed),
    },
    { dismiss },
    text,
  );
}
