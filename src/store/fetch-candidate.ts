import type { ListHeader } from '../list/list-header.ts';
import { ListTextReader } from '../list/list-text-reader.ts';
import { failSync, type SyncFailed } from '../sync/failure.ts';
import type { FetchFile } from '../sync/fetch-file.ts';
import { fetchNewestRelease } from '../sync/fetch-metadata.ts';
import { fetchReleaseFile } from '../sync/fetch-release-file.ts';
import { checkResult, type Release } from '../sync/read-release.ts';
import { explainTextError, unzipText } from '../sync/unzip-text.ts';
import type { TrustedMetadata } from '../trust/trusted-metadata.ts';
import { fetchFirstRoot } from './fetch-first-root.ts';
import { readOwnContext } from './read-own-context.ts';
import type { OpenStore } from './store-parts.ts';
import { takeContext } from './take-context.ts';
import { refuseUnsafe } from './taken-list.ts';

const FILE = 'sources.bin';

/** What names a list that is not followed yet. */
export interface ListLocation {
  readonly address: string;
  readonly rootDigest: string;
}

/** A list that was fetched and found sound, and is not in force. */
export interface Candidate {
  readonly kind: 'candidate';
  readonly location: ListLocation;
  readonly trusted: TrustedMetadata;
  readonly release: Release;
  readonly header: ListHeader;
  readonly confirmedOn: string;
  readonly entries: number;
  readonly scopes: readonly string[];
  /** Serves what was fetched once more, without the network. */
  readonly fetchFile: FetchFile;
}

/**
 * Fetches a list from its address, down to the last entry, so that the reader sees what it is before
 * following it. Its first root must be the one that the reader's digest names; all else follows from
 * there.
 */
export async function fetchCandidate(
  location: ListLocation,
  store: OpenStore,
): Promise<Candidate | SyncFailed> {
  const kept = new Map<string, Uint8Array>();
  const fetchFile = keepFiles(store.openAddress(location.address), kept);
  const first = await fetchFirstRoot(location.rootDigest, fetchFile);
  if ('kind' in first) return first;
  const newest = await fetchNewestRelease(first, {
    fetchFile,
    verify: store.verify,
    now: store.now(),
    // Nothing of a list that nobody follows yet is kept.
    persist: () => Promise.resolve(),
  });
  if (newest.kind === 'failed') return newest;
  const { trusted, release, confirmedOn } = newest;
  const { pause } = store;
  const context = await fetchReleaseFile(release.context, { fetchFile, pause });
  if (context.kind === 'failed') return context;
  const taken = await takeContext(context.bytes, release);
  if (taken.kind === 'failed') return taken;
  const sources = await fetchReleaseFile(release.sources, { fetchFile, pause });
  if (sources.kind === 'failed') return sources;
  const read = await readList(sources.bytes, release, store);
  if (read.kind === 'failed') return read;
  const { header, entries, scopes } = read;
  return {
    ...{ kind: 'candidate', location, trusted, release, confirmedOn, fetchFile },
    ...{ header, entries, scopes },
  };
}

interface ReadList extends Pick<Candidate, 'header' | 'entries' | 'scopes'> {
  readonly kind: 'list';
}

async function readList(
  bytes: Uint8Array,
  release: Release,
  store: OpenStore,
): Promise<ReadList | SyncFailed> {
  const own = readOwnContext(await store.database.get('state', 'context'), store);
  if (own === undefined) return failSync({ reason: 'database' });
  const reader = new ListTextReader(own.guardOfOthers, store.readToday());
  const scopes: string[] = [];
  try {
    for await (const piece of unzipText(bytes, release.textBytes)) {
      for (const item of reader.push(piece)) {
        if (item.kind === 'entry') scopes.push(...item.entry.scopes);
        await store.pause();
      }
      // A few megabytes can unzip to hours of text.
      if (reader.isBroken) break;
    }
  } catch (error) {
    return explainTextError(error, FILE, release.textBytes);
  }
  const reading = reader.finish();
  if (reading.kind === 'refused') return refuseUnsafe(reading.problems);
  const { header, entries } = reading;
  return checkResult(release, reading, FILE) ?? { kind: 'list', header, entries, scopes };
}

/** The targets of a release never change under their name, so one answer serves twice. */
function keepFiles(fetchFile: FetchFile, kept: Map<string, Uint8Array>): FetchFile {
  return async (path, limits) => {
    const bytes = kept.get(path);
    if (bytes !== undefined) return { kind: 'bytes', bytes };
    const reply = await fetchFile(path, limits);
    if (reply.kind === 'bytes' && path.startsWith('targets/')) kept.set(path, reply.bytes);
    return reply;
  };
}
