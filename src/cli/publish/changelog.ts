import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { describeIssues } from '../../list/describe-issues.ts';
import type { ListDiff } from '../../list/diff-lists.ts';
import { dayField } from '../../list/field-types.ts';
import { parseJsonText } from '../../list/json-text.ts';
import type { ReleaseRecord } from '../../site/public-release.ts';
import { formatProblems } from '../format-problems.ts';
import { showText } from '../show-text.ts';
import { BrokenRepositoryError } from './errors.ts';

/** Beside metadata/ and targets/, for people; readers of the list don't ask for it. */
export const CHANGELOG_FILE = 'changelog.json';
const CHANGELOG_FORMAT = 1;

const textList = v.array(v.string());
const nameSchema = v.object({ slug: v.string(), name: v.string() });
const scopesSchema = v.object({ ...nameSchema.entries, scopes: textList });
const changeSchema = v.object({
  ...nameSchema.entries,
  scopesAdded: textList,
  scopesRemoved: textList,
  evidenceAdded: v.number(),
  evidenceRemoved: v.number(),
  state: v.exactOptional(v.object({ from: v.string(), to: v.string() })),
  fields: textList,
});
const diffSchema = v.object({
  added: v.array(scopesSchema),
  removed: v.array(scopesSchema),
  changed: v.array(changeSchema),
  listFields: textList,
}) satisfies v.GenericSchema<unknown, ListDiff>;
const entrySchema = v.object({
  version: v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(1, 'at least 1')),
  publishedOn: dayField,
  diff: diffSchema,
});
const changelogSchema = v.object({
  format: v.literal(CHANGELOG_FORMAT, `format ${CHANGELOG_FORMAT}`),
  list: v.string(),
  releases: v.array(entrySchema),
});

/** All releases of a list, the newest first. */
export interface Changelog {
  readonly list: string;
  readonly releases: readonly ReleaseRecord[];
}

/** The one text of a changelog. */
export function formatChangelog({ list, releases }: Changelog): string {
  return `${JSON.stringify({ format: CHANGELOG_FORMAT, list, releases })}\n`;
}

/**
 * The changelog of a repository; an empty one where there is none.
 *
 * @throws BrokenRepositoryError when it is damaged
 */
export async function readChangelog(repoDir: string, list: string): Promise<Changelog> {
  const path = join(repoDir, CHANGELOG_FILE);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { list, releases: [] };
    }
    throw error;
  }
  const json = parseJsonText(text);
  const parsed = v.safeParse(changelogSchema, json.kind === 'value' ? json.value : undefined);
  if (parsed.success && parsed.output.list === list) return parsed.output;
  const problems = parsed.success ? [] : describeIssues(CHANGELOG_FILE, parsed.issues);
  const cure = `Restore it from a copy; or delete it, and it is written anew from the releases that ${showText(repoDir)} still holds`;
  throw new BrokenRepositoryError(
    [`${showText(path)} is damaged. ${cure}.`, ...formatProblems(problems)].join('\n'),
  );
}
