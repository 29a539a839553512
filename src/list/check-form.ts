import { isScopeFault, parseScope } from '../match/parse-scope.ts';
import { checkPathHosts } from './check-path-hosts.ts';
import { checkReviewPeriod } from './check-review-period.ts';
import { checkScope, type ScopeGuard } from './check-scope.ts';
import { checkScopeCount } from './check-scope-count.ts';
import { countDays } from './day.ts';
import type { Entry, NamedEntry } from './entry.ts';
import type { ListSource } from './list-source.ts';
import type { Organisation } from './organisation.ts';
import type { Problem } from './problem.ts';
import type { IsPublicSuffix } from './public-suffix.ts';
import { type Report, reportTo } from './report-to.ts';
import { toCanonicalScope } from './to-canonical-scope.ts';

function checkDates(entry: Entry, reviewDays: number, report: Report): void {
  const { listed, reviewed, reviewBy, evidence } = entry;
  if (countDays(listed, reviewed) < 0) {
    report('listed', `${listed} is after the review of ${reviewed}`, `${reviewed} or earlier`);
  }
  if (countDays(reviewed, reviewBy) < 0) {
    report('reviewBy', `${reviewBy} is before the review of ${reviewed}`, 'a later day');
  }
  checkReviewPeriod(entry, reviewDays, report);
  for (const [at, { date, seen }] of evidence.entries()) {
    if (seen && date && date.slice(0, 10) > seen.date) {
      report(`evidence[${at}].seen.date`, `is before the item itself, of ${date}`, 'a later day');
    }
  }
}

/** Every scope that a field names must be the entry's own, in any spelling of it. */
function checkReferences(entry: Entry, { rules }: ScopeGuard, report: Report): void {
  const canonical = (text: string): string => toCanonicalScope(text, rules);
  const own = new Set(entry.scopes.map(canonical));
  const check = (field: string, text: string): void => {
    if (own.has(canonical(text))) return;
    report(field, `"${text}" is no scope of this entry`, 'one that stands under "scopes"');
  };
  for (const [at, { scopes, mirrorOf }] of entry.evidence.entries()) {
    for (const [index, text] of (scopes ?? []).entries()) {
      check(`evidence[${at}].scopes[${index}]`, text);
    }
    if (mirrorOf === undefined) continue;
    check(`evidence[${at}].mirrorOf`, mirrorOf);
    if (!scopes) {
      report(`evidence[${at}].scopes`, 'is missing beside "mirrorOf"', 'the scopes that it ties');
    }
  }
  const { posesAs } = entry;
  if (posesAs === undefined) return;
  const posed = typeof posesAs === 'string' ? [['posesAs', posesAs] as const] : [];
  const mapped = typeof posesAs === 'string' ? [] : Object.entries(posesAs);
  for (const [scope] of mapped) check('posesAs', scope);
  const hosts = [...posed, ...mapped.map(([scope, host]) => [`posesAs.${scope}`, host] as const)];
  for (const [field, host] of hosts) checkHost(field, host, report);
}

/** A host, or host and path, that stands outside the scopes. */
function checkHost(field: string, text: string, report: Report): void {
  const scope = parseScope(text, { aliases: [], foldPathHosts: [] });
  if (!isScopeFault(scope)) return;
  report(field, `"${text}": ${scope.error}`, scope.suggestion ?? 'a host such as example.org');
}

function checkScopes(
  slug: string,
  scopes: readonly unknown[],
  guard: ScopeGuard,
  report: Report,
): void {
  for (const [at, text] of scopes.entries()) {
    const wrong = typeof text === 'string' ? checkScope(text, slug, guard) : undefined;
    if (wrong) report(`scopes[${at}]`, wrong.what, wrong.cure);
  }
}

/**
 * Faults in the scopes of an entry that could not be read as a whole, so that mending its other
 * faults does not bring new ones to light.
 */
export function checkLooseScopes(
  file: string,
  value: unknown,
  guard: ScopeGuard,
): readonly Problem[] {
  const problems: Problem[] = [];
  const slug = /^sources\/(.+)\.json$/.exec(file)?.[1];
  if (slug === undefined || typeof value !== 'object' || value === null) return problems;
  const scopes: unknown = 'scopes' in value ? value.scopes : undefined;
  if (Array.isArray(scopes)) checkScopes(slug, scopes, guard, reportTo(problems, file, 'form'));
  return problems;
}

function checkEntry(
  { slug, entry }: NamedEntry,
  guard: ScopeGuard,
  reviewDays: number,
  problems: Problem[],
): void {
  const report = reportTo(problems, `sources/${slug}.json`, 'form');
  checkScopes(slug, entry.scopes, guard, report);
  checkReferences(entry, guard, report);
  checkDates(entry, reviewDays, report);
}

/** Each scope once in the whole list, whatever its spelling. */
function checkTwice(list: ListSource, problems: Problem[]): void {
  const first = new Map<string, string>();
  for (const { slug, entry } of list.entries) {
    const report = reportTo(problems, `sources/${slug}.json`, 'form');
    for (const [at, text] of entry.scopes.entries()) {
      const scope = parseScope(text, list.rules);
      if (isScopeFault(scope)) continue;
      const owner = first.get(scope.scope);
      if (owner === undefined) first.set(scope.scope, slug);
      else {
        const where = owner === slug ? 'this entry' : `sources/${owner}.json`;
        report(
          `scopes[${at}]`,
          `"${text}" already stands in ${where}`,
          'each scope once in the list',
        );
      }
    }
  }
}

function leadsBackTo(start: Organisation, byId: ReadonlyMap<string, Organisation>): boolean {
  const seen = new Set<string>();
  let at: Organisation | undefined = start;
  while (at?.partOf !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    at = byId.get(at.partOf);
  }
  return at !== undefined && seen.has(at.id);
}

function checkOrganisations(list: ListSource, problems: Problem[]): void {
  const report = reportTo(problems, 'organisations.json', 'form');
  const byId = new Map(list.organisations.map((one) => [one.id, one]));
  const seen = new Set<string>();
  for (const [at, one] of list.organisations.entries()) {
    const field = `organisations[${at}]`;
    if (seen.has(one.id)) report(`${field}.id`, `"${one.id}" stands twice`, 'each id once');
    seen.add(one.id);
    for (const [index, host] of one.hosts.entries()) {
      checkHost(`${field}.hosts[${index}]`, host, report);
    }
    if (one.partOf !== undefined && !byId.has(one.partOf)) {
      report(`${field}.partOf`, `"${one.partOf}" is no organisation here`, 'an id of this file');
    } else if (leadsBackTo(one, byId)) {
      report(
        `${field}.partOf`,
        `"${one.id}" would be part of itself`,
        'the body that it belongs to',
      );
    }
    for (const [index, { from, to }] of (one.memberships ?? []).entries()) {
      if (!from || !to || from <= to) continue;
      report(`${field}.memberships[${index}].to`, `${to} is before ${from}`, 'a later day');
    }
  }
}

function checkHostFiles({ neverList, platforms }: ListSource, problems: Problem[]): void {
  const never = reportTo(problems, 'never-list.json', 'form');
  for (const key of ['sharedHosts', 'wellKnown', 'exceptions'] as const) {
    for (const [at, { host }] of neverList[key].entries()) {
      checkHost(`${key}[${at}].host`, host, never);
    }
  }
  const report = reportTo(problems, 'platforms.json', 'form');
  for (const [at, { host, aliases }] of platforms.hosts.entries()) {
    checkHost(`hosts[${at}].host`, host, report);
    for (const [index, alias] of aliases.entries()) {
      checkHost(`hosts[${at}].aliases[${index}]`, alias, report);
    }
  }
}

/** The faults of form that only show once the files are read: scopes, references, order of days. */
export function checkForm(list: ListSource, isPublicSuffix: IsPublicSuffix): readonly Problem[] {
  const problems: Problem[] = [];
  const guard = { rules: list.rules, neverList: list.neverList, isPublicSuffix };
  const tooMany = checkScopeCount(
    'sources/',
    list.entries.map(({ entry }) => entry),
  );
  if (tooMany) problems.push(tooMany);
  else {
    for (const entry of list.entries) checkEntry(entry, guard, list.info.reviewDays, problems);
    checkTwice(list, problems);
    const tooWide = checkPathHosts('sources/', list.entries, list.rules);
    if (tooWide) problems.push(tooWide);
  }
  checkOrganisations(list, problems);
  checkHostFiles(list, problems);
  return problems;
}
