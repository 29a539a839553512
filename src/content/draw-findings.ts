import type { FindingSummary } from '../messages/protocol.ts';
import { describeEvidence } from '../ui/describe-evidence.ts';
import { nameGrounds } from '../ui/name-grounds.ts';
import type { Text } from '../ui/text.ts';
import { type BadgeFinding, drawBadge } from './badge.ts';

/** Draws what every list says that names the source: none speaks for the others. */
export function drawFindings(
  root: ShadowRoot,
  findings: readonly FindingSummary[],
  text: Text,
  dismiss: () => void,
): void {
  const numbers = new Set(findings.flatMap(({ commitments }) => commitments));
  const view = {
    findings: findings.map((finding) => describe(finding, text)),
    commitmentNumbers: [...numbers].sort((one, other) => one - other),
  };
  drawBadge(root, view, { dismiss }, text);
}

function describe(finding: FindingSummary, text: Text): BadgeFinding {
  return {
    name: finding.name,
    groundsText: nameGrounds(finding.grounds, text),
    isContested: finding.contested,
    evidenceText: describeEvidence(finding.evidenceCounts, finding.organisationCount, text),
    listTitle: finding.listTitle,
    isDevelopment: finding.isDevelopment,
    reviewedText: text.day(finding.reviewed),
  };
}
