import * as v from 'valibot';
import { compareText } from './canonical-json.ts';
import { CHANGES_FIELD, DELTA_FORMAT, type Delta, type DeltaChange } from './delta.ts';
import { describeHostileText } from './describe-hostile-text.ts';
import { describeIssues } from './describe-issues.ts';
import { slugField } from './field-types.ts';
import { JsonLinesReader } from './json-lines.ts';
import { jsonPatchSchema } from './json-patch.ts';
import { MAX_DELTA_CHARS, MAX_LIST_ENTRIES } from './limits.ts';
import { parseListHeader } from './list-header.ts';
import type { Problem } from './problem.ts';

/** What a reader makes of a delta. */
export type DeltaReading =
  | { readonly kind: 'delta'; readonly delta: Delta }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

const FILE = 'delta';
const FORM = {
  file: FILE,
  field: CHANGES_FIELD,
  // Its first line names all entries that went.
  maxLineChars: MAX_DELTA_CHARS,
  maxChars: MAX_DELTA_CHARS,
};

const versionField = v.pipe(
  v.number(),
  v.safeInteger('a whole number'),
  v.minValue(1, 'at least 1'),
);

const firstSchema = v.looseObject({
  format: v.literal(DELTA_FORMAT, `format ${DELTA_FORMAT}; a newer Demonitor may read it`),
  from: versionField,
  to: versionField,
  header: v.looseObject({}),
  removed: v.pipe(
    v.array(slugField),
    v.maxLength(MAX_LIST_ENTRIES, `at most ${MAX_LIST_ENTRIES} entries`),
  ),
});
type First = Omit<Delta, 'changes'>;

const wholeSchema = v.strictObject({
  slug: slugField,
  entry: v.looseObject({ slug: v.optional(v.never('no slug, which stands beside it')) }),
});
const namedSchema = v.looseObject({ slug: slugField });

/**
 * Reads a delta from outside. What it makes of a list is to be checked like any list, and counts
 * only if its digest is the one that the publisher signed for the later version.
 *
 * @param today where it is given, a delta to a list from after tomorrow is refused
 */
export function parseDelta(text: string, today?: string): DeltaReading {
  const reader = new JsonLinesReader(FORM);
  const problems: Problem[] = [];
  const changes: DeltaChange[] = [];
  let first: First | undefined;
  let lastSlug = '';
  for (const line of reader.push(text)) {
    if (line.kind === 'first') {
      first = parseFirst(line.value, today, problems);
      if (first === undefined) break;
      continue;
    }
    const place = `${CHANGES_FIELD}[${changes.length}]`;
    const change = parseChange(line.value, place, problems);
    // The first fault is enough: whoever takes no delta takes the whole list.
    if (change === undefined) break;
    if (compareText(lastSlug, change.slug) >= 0) {
      problems.push(refuse(`${place}.slug`, 'is out of order', 'sort'));
    }
    lastSlug = change.slug;
    changes.push(change);
    if (changes.length > MAX_LIST_ENTRIES) {
      problems.push(refuse(CHANGES_FIELD, 'holds too many', `at most ${MAX_LIST_ENTRIES}`));
    }
    if (problems.length > 0) break;
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  const broken = reader.finish();
  if (broken || first === undefined) return { kind: 'refused', problems: broken ? [broken] : [] };
  const removed = new Set(first.removed);
  const twice = changes.find(({ slug }) => removed.has(slug));
  if (twice) {
    const problem = refuse('removed', `names ${twice.slug}, which changes too`, 'one of both');
    return { kind: 'refused', problems: [problem] };
  }
  return { kind: 'delta', delta: { ...first, changes } };
}

function refuse(field: string, what: string, cure: string): Problem {
  return { file: FILE, field, what, cure, level: 'form' };
}

function parseFirst(
  value: unknown,
  today: string | undefined,
  problems: Problem[],
): First | undefined {
  const parsed = v.safeParse(firstSchema, value);
  if (!parsed.success) {
    problems.push(...describeIssues(FILE, parsed.issues));
    return undefined;
  }
  const { from, to, removed } = parsed.output;
  // Not valibot's copy, which would lack fields of some names; the schema has seen it.
  const reading = parseListHeader((value as { readonly header: unknown }).header, today);
  if (reading.kind === 'refused') {
    const inHeader = (field: string) => (field === '' ? 'header' : `header.${field}`);
    for (const one of reading.problems) {
      problems.push({ ...one, file: FILE, field: inHeader(one.field) });
    }
    return undefined;
  }
  const { header } = reading;
  if (header.version !== to) problems.push(refuse('to', 'is not that of the header', 'the same'));
  if (from >= to) problems.push(refuse('to', 'is no later version', `above ${from}`));
  const unsorted = removed.findIndex((slug, at) => compareText(removed[at - 1] ?? '', slug) >= 0);
  if (unsorted >= 0) problems.push(refuse(`removed[${unsorted}]`, 'is out of order', 'sort'));
  return { from, to, header, removed };
}

function parseChange(value: unknown, place: string, problems: Problem[]): DeltaChange | undefined {
  const name = `${FILE}: ${place}`;
  problems.push(...describeHostileText(name, value));
  const isWhole = Object.hasOwn(Object(value), 'entry');
  const named = v.safeParse(isWhole ? wholeSchema : namedSchema, value);
  if (!named.success) problems.push(...describeIssues(name, named.issues));
  if (!named.success || problems.length > 0) return undefined;
  const { slug, ...rest } = named.output;
  if ('entry' in named.output) {
    return { kind: 'whole', slug, entry: { ...(named.output.entry as object) } };
  }
  const patch = v.safeParse(jsonPatchSchema, rest);
  if (!patch.success) {
    problems.push(...describeIssues(name, patch.issues));
    return undefined;
  }
  return { kind: 'patch', slug, patch: patch.output };
}
