import * as v from 'valibot';
import type { ScopeGuard } from '../../src/list/check-scope.ts';
import { checkScopeCount } from '../../src/list/check-scope-count.ts';
import type { CompiledEntry, CompiledList, RawEntry } from '../../src/list/compiled-list.ts';
import { describeIssues } from '../../src/list/describe-issues.ts';
import { MAX_LIST_ENTRIES } from '../../src/list/limits.ts';
import { ListChecker } from '../../src/list/list-checker.ts';
import { parseListHeader } from '../../src/list/list-header.ts';
import type { Problem } from '../../src/list/problem.ts';

const FILE = 'release';

const wholeSchema = v.looseObject({
  entries: v.pipe(
    v.array(v.unknown()),
    v.maxLength(MAX_LIST_ENTRIES, `at most ${MAX_LIST_ENTRIES} entries`),
  ),
});

/** What a reader makes of a release: all of it but what is newer than itself, or nothing. */
export type CompiledListReading =
  | { readonly kind: 'list'; readonly list: CompiledList }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Reads a compiled list that is at hand as a whole; `ListTextReader` reads one in pieces. Unknown
 * fields stay. An entry with a value that this reader doesn't know is set aside, kept and counted.
 * What `ListChecker` finds wrong refuses the list whole.
 *
 * @param today where it is given, a list from after tomorrow is refused too
 */
export function parseCompiledList(
  value: unknown,
  guard: ScopeGuard,
  today?: string,
): CompiledListReading {
  const whole = v.safeParse(wholeSchema, value);
  if (!whole.success) return { kind: 'refused', problems: describeIssues(FILE, whole.issues) };
  // Not valibot's copy, which would lack fields of some names; the schema has seen it.
  const { entries: items, ...fields } = value as { readonly entries: readonly unknown[] };
  // The worker's database keeps what was set aside beside the fields of the list.
  const { setAside: _, ...rest } = fields as { readonly setAside?: unknown };
  const reading = parseListHeader(rest, today);
  if (reading.kind === 'refused') return reading;
  const tooMany = checkScopeCount(FILE, items);
  if (tooMany) return { kind: 'refused', problems: [tooMany] };
  const checker = new ListChecker(reading.header, guard);
  const entries: CompiledEntry[] = [];
  const setAside: RawEntry[] = [];
  for (const item of items) {
    const checked = checker.add(item);
    if (checked?.kind === 'entry') entries.push(checked.entry);
    if (checked?.kind === 'set-aside') setAside.push(checked.raw);
  }
  const problems = checker.finish();
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'list', list: { ...reading.header, entries, setAside } };
}
