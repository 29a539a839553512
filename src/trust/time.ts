import { type Refused, type RoleName, refuse } from './refusal.ts';

/** How far two clocks may be apart before one of them must be wrong, and not just slow. */
export const CLOCK_SLACK_MILLISECONDS = 24 * 60 * 60 * 1000;

/** TUF §5.3.10, 5.4.4, 5.5.6, 5.6.5: metadata past its day is a freeze attack, or a silent publisher. */
export function checkExpiry(
  role: RoleName,
  { expires }: { readonly expires: string },
  now: number,
): Refused | undefined {
  return Date.parse(expires) <= now ? refuse(role, 'expired', { until: expires }) : undefined;
}

/**
 * Metadata signed more than a day after "now": by a clock that far behind nothing would ever expire,
 * so the reader must know.
 */
export function checkIssued(
  { issued }: { readonly issued?: string | undefined },
  now: number,
): Refused | undefined {
  if (issued === undefined || Date.parse(issued) <= now + CLOCK_SLACK_MILLISECONDS)
    return undefined;
  return refuse('timestamp', 'clock-behind', { until: issued });
}
