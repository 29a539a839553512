import type { OwnRequests } from '../messages/protocol.ts';

/** What the dashboard asks of the worker. */
export type DashboardKind = Extract<keyof OwnRequests, `lists/${string}`>;

/**
 * Asks the worker. The reply is as the wire brings it; undefined when none came in time, and it never
 * rejects.
 */
type Ask = <Kind extends DashboardKind>(
  kind: Kind,
  request: OwnRequests[Kind]['request'],
) => Promise<unknown>;

/** The dashboard's only door to the rest of the extension and to the time. */
export interface DashboardSource {
  readonly ask: Ask;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Does the work every second until the returned function is called. */
  readonly repeat: (work: () => void) => () => void;
}
