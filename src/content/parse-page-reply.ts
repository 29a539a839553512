import type { FindingSummary, PageReply } from '../messages/protocol.ts';
import { GROUNDS_TEXTS } from '../ui/name-grounds.ts';

/**
 * The worker's answer, if it has the shape of one. A worker of another version may answer after an
 * update; then nothing is drawn and the popup asks for a reload.
 */
export function parsePageReply(value: unknown): PageReply | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, findings } = value as { kind?: unknown; findings?: unknown };
  if (kind === 'not-listed') return { kind };
  if (kind !== 'listed' || !Array.isArray(findings)) return undefined;
  return findings.every(isSummary) ? { kind, findings } : undefined;
}

function isSummary(value: unknown): value is FindingSummary {
  if (typeof value !== 'object' || value === null) return false;
  const summary = value as Readonly<Record<keyof FindingSummary, unknown>>;
  return (
    typeof summary.list === 'string' &&
    typeof summary.listTitle === 'string' &&
    typeof summary.isDevelopment === 'boolean' &&
    typeof summary.entry === 'string' &&
    typeof summary.name === 'string' &&
    typeof summary.reviewed === 'string' &&
    typeof summary.organisationCount === 'number' &&
    typeof summary.evidenceCounts === 'object' &&
    summary.evidenceCounts !== null &&
    Array.isArray(summary.grounds) &&
    summary.grounds.every((each) => Object.hasOwn(GROUNDS_TEXTS, each)) &&
    Array.isArray(summary.commitments)
  );
}
