import type { Metadata, TargetFile, Targets } from '@tufjs/models';
import * as v from 'valibot';
import { dayField, slugField } from '../../list/field-types.ts';
import { contextFactsSchema, sourcesFactsSchema } from '../../sync/read-release.ts';

/*
 * Names of the targets in a repository; they end in `.bin`, so that no host packs them again.
 */

/** All entries of a list. */
export const SOURCES_TARGET = 'sources.bin';
/** What one needs to read the entries: organisations, platforms, the hosts nobody may list, the Code. */
export const CONTEXT_TARGET = 'context.bin';

// What readers ask for, and what only we need to go on from a release of ours.
const sourcesSchema = v.object({
  ...sourcesFactsSchema.entries,
  list: slugField,
  publishedOn: dayField,
});
const contextSchema = v.object({ ...contextFactsSchema.entries, list: slugField });

/** What `custom` says of the list that one arrives at. */
export type ReleaseFacts = v.InferOutput<typeof sourcesSchema>;
/** What `custom` says of the context. */
export type ContextFacts = v.InferOutput<typeof contextSchema>;

/** What one `N.targets.json` publishes. */
export interface ReleaseTargets {
  readonly metadata: Metadata<Targets>;
  readonly sources: TargetFile;
  readonly context: TargetFile;
  readonly facts: ReleaseFacts;
  readonly contextFacts: ContextFacts;
}

/** Reads what targets metadata publishes; `undefined` when it is no release of ours. */
export function parseReleaseTargets(metadata: Metadata<Targets>): ReleaseTargets | undefined {
  const sources = metadata.signed.targets[SOURCES_TARGET];
  const context = metadata.signed.targets[CONTEXT_TARGET];
  if (!sources || !context) return undefined;
  const facts = v.safeParse(sourcesSchema, sources.custom);
  const contextFacts = v.safeParse(contextSchema, context.custom);
  if (!facts.success || !contextFacts.success) return undefined;
  return { metadata, sources, context, facts: facts.output, contextFacts: contextFacts.output };
}

/** `targets/HASH.NAME`, so that a new file never takes the place of one that somebody reads. */
export function locateTarget({ hashes, path }: TargetFile): string {
  return `targets/${hashes['sha256']}.${path}`;
}
