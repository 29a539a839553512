import * as v from 'valibot';
import { compareText } from './canonical-json.ts';
import { checkReviewPeriod } from './check-review-period.ts';
import { readScope, type ScopeGuard } from './check-scope.ts';
import { countScopes } from './check-scope-count.ts';
import type { CompiledEntry, RawEntry } from './compiled-list.ts';
import { describeHostileText } from './describe-hostile-text.ts';
import { describeIssues } from './describe-issues.ts';
import { entrySchema } from './entry.ts';
import { isSafetyIssue, slugField } from './field-types.ts';
import { MAX_LIST_ENTRIES, MAX_LIST_PROBLEMS, MAX_LIST_SCOPES, MAX_PATH_HOSTS } from './limits.ts';
import type { ListHeader } from './list-header.ts';
import { PathHosts } from './path-hosts.ts';
import type { Problem } from './problem.ts';
import { type Report, reportTo } from './report-to.ts';
import { ScopeSet } from './scope-set.ts';

/** An entry that may be in a list; `raw` holds what stood there, for the digest. */
export type CheckedItem =
  | {
      readonly kind: 'entry';
      readonly entry: CompiledEntry;
      /** Its scopes in the one form in which they are compared. */
      readonly scopes: readonly string[];
      readonly raw: RawEntry;
    }
  /** It has a value that this reader doesn't know: kept and counted, not used. */
  | { readonly kind: 'set-aside'; readonly raw: RawEntry };

const FILE = 'release';
const rawEntrySchema = v.looseObject({ slug: slugField });

/**
 * Checks the entries of a release one by one, in the order in which they stand. One with a public
 * suffix, a single label, an IP address, a never-list host, an address that isn't http(s), a scope
 * twice, hidden characters or sizes past the limits is refused whole, because its publisher can't
 * have checked it: nothing of it may be used before `finish` has found no problem.
 */
export class ListChecker {
  readonly #header: ListHeader;
  readonly #guard: ScopeGuard;
  readonly #named = new ScopeSet();
  readonly #pathHosts = new PathHosts();
  readonly #problems: Problem[] = [];
  #untold = 0;
  #entries = 0;
  #scopes = 0;
  #lastSlug = '';
  #isTooLarge = false;

  constructor(header: ListHeader, guard: ScopeGuard) {
    this.#header = header;
    this.#guard = guard;
  }

  /** The next entry, if nothing is wrong with it. */
  add(item: unknown): CheckedItem | undefined {
    if (this.#isTooLarge || !this.#hasRoom(item)) return undefined;
    const problems: Problem[] = [];
    const checked = this.#check(item, problems);
    this.#tell(problems);
    return problems.length === 0 ? checked : undefined;
  }

  /** What is wrong with the release; nothing if it may be used. */
  finish(): readonly Problem[] {
    if (this.#untold === 0) return this.#problems;
    const what = `has ${this.#untold} more problem${this.#untold === 1 ? '' : 's'}`;
    const more: Problem = { file: FILE, field: '', what, cure: 'mend these first', level: 'form' };
    return [...this.#problems, more];
  }

  /** Counted before anything is read: past the limits a release costs no more than its count. */
  #hasRoom(item: unknown): boolean {
    const problems: Problem[] = [];
    const report = reportTo(problems, FILE, 'form');
    this.#entries += 1;
    this.#scopes += countScopes(item);
    if (this.#entries > MAX_LIST_ENTRIES) {
      report('entries', 'holds more entries than may be', `at most ${MAX_LIST_ENTRIES}`);
    }
    if (this.#scopes > MAX_LIST_SCOPES) {
      report('entries', 'holds more scopes than may be', `at most ${MAX_LIST_SCOPES}`);
    }
    this.#isTooLarge = problems.length > 0;
    this.#tell(problems);
    return !this.#isTooLarge;
  }

  #check(item: unknown, problems: Problem[]): CheckedItem | undefined {
    const named = v.safeParse(rawEntrySchema, item);
    if (!named.success) {
      const place = `entries[${this.#entries - 1}]`;
      for (const one of describeIssues(FILE, named.issues)) {
        problems.push({ ...one, field: one.field === '' ? place : `${place}.${one.field}` });
      }
      return undefined;
    }
    // Not valibot's copy, which would lack fields of some names; the schema has seen it.
    const raw = item as RawEntry;
    const { slug } = raw;
    const file = `${FILE}: ${slug}`;
    const report = reportTo(problems, file, 'form');
    if (compareText(this.#lastSlug, slug) >= 0) report('slug', 'is out of order', 'sort');
    this.#lastSlug = slug;
    const unsafe = describeHostileText(file, raw);
    problems.push(...unsafe);
    if (unsafe.length > 0) return undefined;
    const parsed = v.safeParse(entrySchema, raw);
    if (!parsed.success) {
      problems.push(...describeIssues(file, parsed.issues.filter(isSafetyIssue)));
      return { kind: 'set-aside', raw };
    }
    const entry = { ...parsed.output, slug };
    checkReviewPeriod(entry, this.#header.list.reviewDays, report);
    return { kind: 'entry', entry, scopes: this.#readScopes(entry, report), raw };
  }

  /** Each scope is one that may be listed, and stands once in the list; few hosts have paths. */
  #readScopes({ scopes, slug }: CompiledEntry, report: Report): readonly string[] {
    return scopes.map((text, at) => {
      const field = `scopes[${at}]`;
      const { scope, wrong } = readScope(text, slug, this.#guard);
      if (wrong) report(field, wrong.what, wrong.cure);
      if (!this.#named.add(scope)) {
        report(field, `"${text}" stands in the list already`, 'each scope once in the list');
      }
      if (!this.#isTooLarge && !this.#pathHosts.add(scope)) {
        const what = `"${text}" is on one more host with paths than a list may have`;
        report(field, what, `at most ${MAX_PATH_HOSTS} such hosts`);
        this.#isTooLarge = true;
      }
      return scope;
    });
  }

  #tell(problems: readonly Problem[]): void {
    const room = MAX_LIST_PROBLEMS - this.#problems.length;
    this.#problems.push(...problems.slice(0, room));
    this.#untold += Math.max(0, problems.length - room);
  }
}
