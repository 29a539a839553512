import { gzipSync } from 'node:zlib';
import { buildDelta } from '../../src/list/build-delta.ts';
import type { CompiledList } from '../../src/list/compiled-list.ts';
import { formatCompiledList } from '../../src/list/list-text.ts';
import { NEVER_LIST, ORGANISATIONS } from './list-files.ts';
import {
  type Fields,
  hashText,
  type ReleaseChanges,
  SignedRepository,
} from './signed-repository.ts';

/** From so many releases a delta leads to the newest, as the command line publishes them. */
const DELTA_RELEASES = 10;

export const TEST_CONTEXT: Fields = {
  format: 1,
  organisations: ORGANISATIONS,
  neverList: NEVER_LIST,
  platforms: { hosts: [], aliases: [] },
  code: {},
};

/** A release as it is about to be signed. */
export interface UnsignedRelease {
  readonly files: Record<string, Uint8Array>;
  /** What the targets are to say of them. */
  readonly custom: Record<string, Fields>;
  readonly release: CompiledList;
}

export interface PublishOptions {
  readonly context?: Fields;
  readonly changes?: ReleaseChanges;
  /** From so many releases before a delta leads to this one. */
  readonly deltaReleases?: number;
  /** Breaks files before they are signed: a publisher whose machine is not his own any more. */
  readonly spoil?: (unsigned: UnsignedRelease) => void;
}

/**
 * A publisher in memory: signs releases of a list as `demonitor list publish` does, so that tests of
 * faults need no files and no waiting.
 */
export class ListRepository extends SignedRepository {
  readonly releases: CompiledList[] = [];

  get listId(): string {
    return this.releases[0]?.list.id ?? '';
  }

  /** Publishes a list under the next version; deltas lead to it from the ten before. */
  publishList(
    list: CompiledList,
    {
      context = TEST_CONTEXT,
      changes = {},
      spoil = () => undefined,
      deltaReleases = DELTA_RELEASES,
    }: PublishOptions = {},
  ): CompiledList {
    const version = this.releases.length + 1;
    const release = { ...list, version };
    const text = formatCompiledList(release);
    const result = {
      list: release.list.id,
      version,
      publishedOn: release.publishedOn,
      entries: release.entries.length + release.setAside.length,
      digest: hashText(text),
    };
    const contextText = JSON.stringify(context);
    const files: Record<string, Uint8Array> = {
      'sources.bin': gzipSync(text, { level: 9 }),
      'context.bin': gzipSync(contextText),
    };
    const custom: Record<string, Fields> = {
      'sources.bin': { ...result, bytes: Buffer.byteLength(text) },
      'context.bin': {
        list: result.list,
        digest: hashText(contextText),
        bytes: Buffer.byteLength(contextText),
      },
    };
    for (const before of deltaReleases === 0 ? [] : this.releases.slice(-deltaReleases)) {
      const name = `delta-${before.version}-${version}.bin`;
      files[name] = gzipSync(buildDelta(before, release), { level: 9 });
      custom[name] = { ...result, from: before.version };
    }
    this.releases.push(release);
    spoil({ files, custom, release });
    this.publish(files, changes, custom);
    return release;
  }
}
