import * as v from 'valibot';
import { MAX_SEED } from '../match/index-head.ts';
import { compareText } from './canonical-json.ts';
import { checkReviewPeriod } from './check-review-period.ts';
import { checkScope, type ScopeGuard } from './check-scope.ts';
import { checkScopeCount } from './check-scope-count.ts';
import {
  type CompiledEntry,
  type CompiledList,
  LIST_FORMAT,
  type RawEntry,
} from './compiled-list.ts';
import { countDays } from './day.ts';
import { describeHostileText } from './describe-hostile-text.ts';
import { describeIssues } from './describe-issues.ts';
import { entrySchema } from './entry.ts';
import { dayField, isSafetyIssue, slugField } from './field-types.ts';
import { MAX_LIST_ENTRIES } from './limits.ts';
import { listInfoSchema } from './list-info.ts';
import type { Problem } from './problem.ts';
import { type Report, reportTo } from './report-to.ts';
import { toCanonicalScope } from './to-canonical-scope.ts';

function wholeNumberField(min: number, max: number) {
  return v.pipe(
    v.number(),
    v.safeInteger('a whole number'),
    v.minValue(min, `at least ${min}`),
    v.maxValue(max, `at most ${max}`),
  );
}

const envelopeSchema = v.looseObject({
  format: v.literal(LIST_FORMAT, `format ${LIST_FORMAT}; a newer Demonitor may read it`),
  list: listInfoSchema,
  version: wholeNumberField(1, Number.MAX_SAFE_INTEGER),
  publishedOn: dayField,
  seed: wholeNumberField(0, MAX_SEED),
  entries: v.pipe(
    v.array(v.looseObject({ slug: slugField })),
    v.maxLength(MAX_LIST_ENTRIES, `at most ${MAX_LIST_ENTRIES} entries`),
  ),
});

/** What a reader makes of a release: all of it but what is newer than itself, or nothing. */
export type CompiledListReading =
  | { readonly kind: 'list'; readonly list: CompiledList }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Reads a compiled list from outside. Unknown fields stay. An entry with a value that this reader
 * doesn't know is set aside, kept and counted. A list with a public suffix, a single label, an IP
 * address, a never-list host, an address that isn't http(s), a scope twice, hidden characters or
 * sizes past the limits is refused whole, because its publisher can't have checked it.
 *
 * @param today where it is given, a list from after tomorrow is refused too: it would be taken for
 *   fresh long after its time. (Tomorrow may be today where the publisher is.)
 */
export function parseCompiledList(
  value: unknown,
  guard: ScopeGuard,
  today?: string,
): CompiledListReading {
  const file = 'release';
  const unsafe = describeHostileText(file, value);
  if (unsafe.length > 0) return { kind: 'refused', problems: unsafe };
  const envelope = v.safeParse(envelopeSchema, value);
  if (!envelope.success) {
    return { kind: 'refused', problems: describeIssues(file, envelope.issues) };
  }
  const { entries: raw, ...rest } = envelope.output;
  const tooMany = checkScopeCount(file, raw);
  if (tooMany) return { kind: 'refused', problems: [tooMany] };
  const problems: Problem[] = [];
  if (today !== undefined && countDays(today, rest.publishedOn) > 1) {
    const what = `${rest.publishedOn} is in the future`;
    reportTo(problems, file, 'form')('publishedOn', what, `up to the day after ${today}`);
  }
  const entries: CompiledEntry[] = [];
  const setAside: RawEntry[] = [];
  const owners = new Map<string, string>();
  let lastSlug = '';
  for (const item of raw) {
    const name = `${file}: ${item.slug}`;
    const report = reportTo(problems, name, 'form');
    if (compareText(lastSlug, item.slug) >= 0) report('slug', 'is out of order', 'sort');
    lastSlug = item.slug;
    const parsed = v.safeParse(entrySchema, item);
    if (!parsed.success) {
      problems.push(...describeIssues(name, parsed.issues.filter(isSafetyIssue)));
      setAside.push(item);
      continue;
    }
    const entry = { ...parsed.output, slug: item.slug };
    checkReviewPeriod(entry, rest.list.reviewDays, report);
    checkScopes(entry, guard, owners, report);
    entries.push(entry);
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'list', list: { ...rest, entries, setAside } };
}

/** Each scope is one that may be listed, and stands once in the list. */
function checkScopes(
  { scopes, slug }: CompiledEntry,
  guard: ScopeGuard,
  owners: Map<string, string>,
  report: Report,
): void {
  for (const [at, text] of scopes.entries()) {
    const field = `scopes[${at}]`;
    const fault = checkScope(text, slug, guard);
    if (fault) report(field, fault.what, fault.cure);
    const canonical = toCanonicalScope(text, guard.rules);
    const owner = owners.get(canonical);
    if (owner === undefined) owners.set(canonical, slug);
    else report(field, `"${text}" already stands in ${owner}`, 'each scope once in the list');
  }
}
