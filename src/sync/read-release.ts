import * as v from 'valibot';
import type { TargetFile, Targets } from '../trust/metadata.ts';
import { failSync, type SyncFailed } from './failure.ts';

/*
 * What the signed targets say of a release: which files it has, and what must come of them. The
 * fields under `custom` are ours (docs/architecture.md); whoever signs the targets signs them too.
 */

const digestField = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const countField = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const resultFields = {
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  entries: countField,
  digest: digestField,
};
/** What the targets say of `sources.bin`; digest and length are those of its text. */
export const sourcesFactsSchema = v.looseObject({ ...resultFields, bytes: countField });
const deltaSchema = v.looseObject({ ...resultFields, from: countField });
/** The same of `context.bin`. */
export const contextFactsSchema = v.looseObject({ digest: digestField, bytes: countField });

/** Held in memory until its hash is known; a list of a million hosts is some 50 MB. */
const MAX_FILE_BYTES = 160 * 1024 * 1024;
const SOURCES = 'sources.bin';
const CONTEXT = 'context.bin';
const DELTA = /^delta-\d+-\d+\.bin$/;

/** A file to fetch: where it lies below the list's address, and what its bytes must be. */
export interface ReleaseFile {
  readonly path: string;
  readonly length: number;
  readonly sha256: string;
}

/** A way from one version of the list to the newest. */
export interface DeltaFile extends ReleaseFile {
  readonly from: number;
}

/** A release as its publisher signed it. */
export interface Release {
  readonly kind: 'release';
  readonly version: number;
  readonly entries: number;
  /** SHA-256 of the list's text (see `ListDigest`), whichever way it was put together. */
  readonly digest: string;
  /** Length of the list's text, uncompressed. */
  readonly textBytes: number;
  readonly sources: ReleaseFile;
  readonly deltas: readonly DeltaFile[];
  readonly context: ReleaseFile & { readonly digest: string; readonly textBytes: number };
}

/** The release that the targets describe; failed when they describe none. */
export function readRelease({ targets }: Targets): Release | SyncFailed {
  const sources = Object.hasOwn(targets, SOURCES) ? targets[SOURCES] : undefined;
  const context = Object.hasOwn(targets, CONTEXT) ? targets[CONTEXT] : undefined;
  if (sources === undefined) return missing(SOURCES);
  if (context === undefined) return missing(CONTEXT);
  const list = v.safeParse(sourcesFactsSchema, sources.custom);
  const about = v.safeParse(contextFactsSchema, context.custom);
  if (!list.success) return unknownForm(SOURCES);
  if (!about.success) return unknownForm(CONTEXT);
  for (const [file, { length }] of Object.entries(targets)) {
    if (length > MAX_FILE_BYTES) return failSync({ reason: 'too-large', file, got: length });
  }
  const { version, entries, digest, bytes: textBytes } = list.output;
  return {
    kind: 'release',
    ...{ version, entries, digest, textBytes },
    sources: toFile(SOURCES, sources),
    context: {
      ...toFile(CONTEXT, context),
      digest: about.output.digest,
      textBytes: about.output.bytes,
    },
    deltas: Object.entries(targets).flatMap(([name, file]) => {
      const delta = v.safeParse(deltaSchema, file.custom);
      // One that leads elsewhere, or that we can't read, is no way there.
      if (!DELTA.test(name) || !delta.success || delta.output.digest !== digest) return [];
      return [{ ...toFile(name, file), from: delta.output.from }];
    }),
  };
}

/** What was read of a list, whichever way it came. */
export interface ReadResult {
  readonly header: { readonly version: number };
  readonly entries: number;
  readonly digest: string;
}

/** Whether what was read is what the targets say of it; `file` is what it was read from. */
export function checkResult(
  { version, entries, digest }: Release,
  read: ReadResult,
  file: string,
): SyncFailed | undefined {
  if (read.digest !== digest) return failSync({ reason: 'wrong-digest', file });
  if (read.header.version !== version) {
    return failSync({ reason: 'version-mismatch', file, have: version, got: read.header.version });
  }
  if (read.entries === entries) return undefined;
  return failSync({ reason: 'wrong-digest', file, have: entries, got: read.entries });
}

/** Consistent snapshots (TUF §6.2): the hash stands before the name. */
function toFile(name: string, { length, hashes: { sha256 } }: TargetFile): ReleaseFile {
  return { path: `targets/${sha256}.${name}`, length, sha256 };
}

function missing(file: string): SyncFailed {
  return failSync({ reason: 'missing-file', role: 'targets', file });
}

function unknownForm(file: string): SyncFailed {
  return failSync({ reason: 'not-metadata', role: 'targets', file });
}
