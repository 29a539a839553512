import { TargetFile } from '@tufjs/models';
import { buildDelta } from '../../list/build-delta.ts';
import type { CompiledList } from '../../list/compiled-list.ts';
import { type Context, formatContext } from '../../list/context.ts';
import { MAX_DELTA_CHARS } from '../../list/limits.ts';
import { formatCompiledList } from '../../list/list-text.ts';
import { compress } from '../compress.ts';
import { hashBytes } from './metadata.ts';
import {
  CONTEXT_TARGET,
  type ContextFacts,
  type ReleaseFacts,
  SOURCES_TARGET,
} from './release-targets.ts';

/** A target and its bytes. */
export interface BuiltTarget {
  readonly target: TargetFile;
  readonly content: Uint8Array;
}

/** The text of a list or context, and what `custom` says of it. */
export interface Described<Facts> {
  readonly text: string;
  readonly facts: Facts;
}

/** A list as it is published. */
export function describeList(list: CompiledList): Described<ReleaseFacts> {
  const text = formatCompiledList(list);
  const bytes = Buffer.from(text);
  return {
    text,
    facts: {
      list: list.list.id,
      version: list.version,
      publishedOn: list.publishedOn,
      entries: list.entries.length + list.setAside.length,
      digest: hashBytes(bytes),
      bytes: bytes.length,
    },
  };
}

/** A context as it is published. */
export function describeContext(context: Context, list: string): Described<ContextFacts> {
  const text = formatContext(context);
  const bytes = Buffer.from(text);
  return { text, facts: { list, digest: hashBytes(bytes), bytes: bytes.length } };
}

function buildTarget(path: string, text: string, custom: Record<string, string | number>) {
  const content = compress(text);
  const hashes = { sha256: hashBytes(content) };
  const target = new TargetFile({
    path,
    length: content.length,
    hashes,
    unrecognizedFields: { custom },
  });
  return { target, content };
}

/** The files that hold all of a release. */
export function buildWholeTargets(
  list: Described<ReleaseFacts>,
  context: Described<ContextFacts>,
): readonly BuiltTarget[] {
  return [
    buildTarget(SOURCES_TARGET, list.text, list.facts),
    buildTarget(CONTEXT_TARGET, context.text, context.facts),
  ];
}

/**
 * What leads from an older release to a new one, so that its readers fetch only the difference; none
 * where readers would give it up for its length, and then fetch the whole list all the same.
 */
export function buildDeltaTarget(
  from: CompiledList,
  to: CompiledList,
  { bytes: _, ...result }: ReleaseFacts,
  maxBytes = MAX_DELTA_CHARS,
): BuiltTarget | undefined {
  const text = buildDelta(from, to);
  if (Buffer.byteLength(text) > maxBytes) return undefined;
  const name = `delta-${from.version}-${to.version}.bin`;
  return buildTarget(name, text, { ...result, from: from.version });
}
