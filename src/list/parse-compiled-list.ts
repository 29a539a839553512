import * as v from 'valibot';
import { compareText } from './canonical-json.ts';
import { checkScope, type ScopeGuard } from './check-scope.ts';
import {
  type CompiledEntry,
  type CompiledList,
  LIST_FORMAT,
  type RawEntry,
} from './compiled-list.ts';
import { describeIssues } from './describe-issues.ts';
import { entrySchema } from './entry.ts';
import { dayField, isSafetyIssue, slugField } from './field-types.ts';
import { findHostileText } from './hostile-text.ts';
import { MAX_LIST_ENTRIES, MAX_LIST_SCOPES } from './limits.ts';
import { listInfoSchema } from './list-info.ts';
import type { Problem } from './problem.ts';

function wholeNumberField(min: number) {
  return v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(min, `at least ${min}`));
}

const envelopeSchema = v.looseObject({
  format: v.literal(LIST_FORMAT, `format ${LIST_FORMAT}; a newer Demonitor may read it`),
  list: listInfoSchema,
  version: wholeNumberField(1),
  publishedOn: dayField,
  seed: wholeNumberField(0),
  entries: v.pipe(
    v.array(v.looseObject({ slug: slugField })),
    v.maxLength(MAX_LIST_ENTRIES, `at most ${MAX_LIST_ENTRIES} entries`),
  ),
});

/** What a reader makes of a release: all of it but what is newer than itself, or nothing. */
export type CompiledListReading =
  | { readonly kind: 'list'; readonly list: CompiledList }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Hidden characters anywhere, and addresses or sizes out of bounds: never set aside, refused. */
function findUnsafe(file: string, value: unknown): readonly Problem[] {
  return findHostileText(value).map(({ field, kind, character }) => ({
    file,
    field,
    what: kind === 'too-deep' ? 'is nested too deep' : `holds the hidden character ${character}`,
    cure: 'leave it out',
    level: 'form',
  }));
}

/**
 * Reads a compiled list from outside (design 3.1 and 5). Unknown fields stay. An entry with a value
 * that this reader doesn't know is set aside, kept and counted. A list with a public suffix, a
 * single label, an IP address, a never-list host, an address that isn't http(s), hidden characters
 * or sizes past the limits is refused whole, because its publisher can't have checked it.
 */
export function parseCompiledList(value: unknown, guard: ScopeGuard): CompiledListReading {
  const file = 'release';
  const unsafe = findUnsafe(file, value);
  if (unsafe.length > 0) return { kind: 'refused', problems: unsafe };
  const envelope = v.safeParse(envelopeSchema, value);
  if (!envelope.success) {
    return { kind: 'refused', problems: describeIssues(file, envelope.issues) };
  }
  const { entries: raw, ...rest } = envelope.output;
  const problems: Problem[] = [];
  const entries: CompiledEntry[] = [];
  const setAside: RawEntry[] = [];
  let scopes = 0;
  let lastSlug = '';
  for (const item of raw) {
    const parsed = v.safeParse(entrySchema, item);
    const name = `${file}: ${item.slug}`;
    if (compareText(lastSlug, item.slug) >= 0) {
      problems.push({
        file: name,
        field: 'slug',
        what: 'is out of order',
        cure: 'sort',
        level: 'form',
      });
    }
    lastSlug = item.slug;
    if (!parsed.success) {
      const unsafeIssues = parsed.issues.filter(isSafetyIssue);
      problems.push(...describeIssues(name, unsafeIssues));
      setAside.push(item);
      continue;
    }
    scopes += parsed.output.scopes.length;
    for (const [at, scope] of parsed.output.scopes.entries()) {
      const fault = checkScope(scope, item.slug, guard);
      if (fault) problems.push({ file: name, field: `scopes[${at}]`, ...fault, level: 'form' });
    }
    entries.push({ ...parsed.output, slug: item.slug });
  }
  if (scopes > MAX_LIST_SCOPES) {
    const cure = `at most ${MAX_LIST_SCOPES}`;
    problems.push({ file, field: 'entries', what: `hold ${scopes} scopes`, cure, level: 'form' });
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'list', list: { ...rest, entries, setAside } };
}
