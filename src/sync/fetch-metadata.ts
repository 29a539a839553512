import type { Client, FetchedFile } from '../trust/client.ts';
import { refreshMetadata } from '../trust/refresh.ts';
import type { Refusal } from '../trust/refusal.ts';
import { CLOCK_SLACK_MILLISECONDS } from '../trust/time.ts';
import type { TrustedMetadata } from '../trust/trusted-metadata.ts';
import { failSync, type SyncFailed, type SyncFailure } from './failure.ts';
import type { FetchFile } from './fetch-file.ts';
import { type Release, readRelease } from './read-release.ts';

/** For one small file; a server that needs longer is as good as gone. */
export const METADATA_MILLISECONDS = 30_000;

export interface MetadataParts extends Pick<Client<never>, 'verify' | 'now' | 'persist'> {
  readonly fetchFile: FetchFile;
}

/** The newest release of a list, as its publisher signed it. */
export interface NewestRelease {
  readonly kind: 'newest';
  readonly trusted: TrustedMetadata;
  readonly release: Release;
  /**
   * ISO day on which its publisher signed it as current. Empty where he does not say: the day of the
   * asking would be a new one each time that a mirror repeats the same answer.
   */
  readonly confirmedOn: string;
}

/** Asks a list's address for its newest release and holds the answer against all that was seen. */
export async function fetchNewestRelease(
  stored: TrustedMetadata,
  { fetchFile, verify, now, persist }: MetadataParts,
): Promise<NewestRelease | SyncFailed> {
  let serverTime: number | undefined;
  const fetchMetadata = async (
    name: string,
    maxBytes: number,
  ): Promise<FetchedFile<SyncFailure>> => {
    const limits = { maxBytes, milliseconds: METADATA_MILLISECONDS };
    const reply = await fetchFile(`metadata/${name}`, limits);
    // Also of the root that is not there: often the only answer before the root's day is looked at.
    if (reply.kind === 'bytes' || reply.kind === 'missing') serverTime = reply.serverTime;
    return reply;
  };
  const outcome = await refreshMetadata(stored, { fetchMetadata, verify, now, persist });
  switch (outcome.kind) {
    case 'failed':
      return outcome;
    case 'refused':
      return { kind: 'failed', failure: explainRefusal(outcome.refusal, now, serverTime) };
    case 'refreshed': {
      const { trusted, timestamp, targets } = outcome;
      const behind = timestamp.issued === undefined ? findClockBehind(now, serverTime) : undefined;
      if (behind !== undefined) return behind;
      const release = readRelease(targets);
      if (release.kind === 'failed') return release;
      const confirmedOn = timestamp.issued?.slice(0, 10) ?? '';
      return { kind: 'newest', trusted, release, confirmedOn };
    }
    default:
      return outcome satisfies never;
  }
}

/**
 * By a clock that is behind nothing would ever expire. The publisher who signs when he signed says so
 * (see `checkIssued`); of another's list only the server's clock can tell, unsigned as it is, before
 * the list seems to come from the future.
 */
function findClockBehind(now: number, serverTime: number | undefined): SyncFailed | undefined {
  if (serverTime === undefined || serverTime - now <= CLOCK_SLACK_MILLISECONDS) return undefined;
  const until = new Date(serverTime).toISOString();
  return failSync({ reason: 'clock-behind', role: 'timestamp', until });
}

/**
 * What looks expired may only look so by a clock that is ahead. The server's clock is no proof, and
 * changes nothing about the refusal; it tells the reader where to look first.
 */
function explainRefusal(
  refusal: Refusal,
  now: number,
  serverTime: number | undefined,
): SyncFailure {
  const { reason, until } = refusal;
  if (reason !== 'expired' || until === undefined || serverTime === undefined) return refusal;
  const isAhead = now - serverTime > CLOCK_SLACK_MILLISECONDS && serverTime < Date.parse(until);
  return isAhead ? { ...refusal, reason: 'clock-ahead' } : refusal;
}
