import { withoutMobilePrefix } from '../match/canonical-path.ts';
import { coversAddress } from '../match/covers-address.ts';
import { parseAddress } from '../match/parse-address.ts';
import { isScopeFault, parseScope } from '../match/parse-scope.ts';
import { checkCodes } from './check-codes.ts';
import { checkStanding } from './check-evidence-policy.ts';
import { checkGrounds } from './check-grounds.ts';
import { coversHost } from './check-scope.ts';
import { checkUnknownFields } from './check-unknown-fields.ts';
import { countDays, firstDayOf } from './day.ts';
import type { Entry, NamedEntry } from './entry.ts';
import { MAX_REVIEW_PERIODS } from './limits.ts';
import type { ListSource } from './list-source.ts';
import type { Organisation } from './organisation.ts';
import type { Problem } from './problem.ts';
import { type Report, reportTo } from './report-to.ts';
import type { Organisations } from './standing.ts';

/** Whether an address lies where the organisation publishes. */
function isPublishedBy(url: string, organisation: Organisation): boolean {
  const address = parseAddress(url);
  if (address.kind !== 'address') return false;
  const { host, isIp, path } = address;
  const place = { host, isIp, pathText: withoutMobilePrefix(host) + path };
  return organisation.hosts.some((own) => coversAddress(own, place));
}

function checkEvidence({ evidence }: Entry, organisations: Organisations, report: Report): void {
  const seen = new Set<string>();
  for (const [at, { kind, by, url, date, seen: transcribed, scopes }] of evidence.entries()) {
    const field = `evidence[${at}]`;
    const organisation = organisations.get(by);
    if (!organisation) {
      report(`${field}.by`, `"${by}" is no known organisation`, 'an id of organisations.json');
    } else if (!isPublishedBy(url, organisation)) {
      const hosts = organisation.hosts.join(', ');
      report(`${field}.url`, `is not on a host of ${by}`, `an address on ${hosts}`);
    } else if (kind === 'legal-act' && organisation.kind !== 'public-body') {
      report(`${field}.by`, `"${by}" is no public body`, 'the body that made the legal act');
    }
    if (date === undefined && !transcribed) {
      const cure = 'the publisher\'s day, or "seen" with where and when it was transcribed';
      report(`${field}.date`, 'is missing', cure);
    }
    const key = JSON.stringify([by, url, kind, scopes]);
    if (seen.has(key)) report(field, 'stands twice in this entry', 'each item once');
    seen.add(key);
  }
}

function checkDays(entry: Entry, reviewDays: number, today: string, report: Report): void {
  const { listed, reviewed, reviewBy, evidence } = entry;
  const period = countDays(reviewed, reviewBy);
  // Past the limit of form it was reported there.
  if (period > reviewDays && period <= reviewDays * MAX_REVIEW_PERIODS) {
    report('reviewBy', `is ${period} days after the review`, `at most ${reviewDays} days`);
  }
  const days: [string, string | undefined][] = [
    ['listed', listed],
    ['reviewed', reviewed],
    ['reply.date', entry.reply?.date],
  ];
  for (const [at, { date, seen }] of evidence.entries()) {
    days.push([`evidence[${at}].date`, date && firstDayOf(date)]);
    days.push([`evidence[${at}].seen.date`, seen?.date]);
  }
  for (const [field, day] of days) {
    if (day !== undefined && day > today)
      report(field, `${day} is in the future`, `up to ${today}`);
  }
}

/** Paths cut one publisher out of a shared host; elsewhere they list a part of one publisher. */
function checkPaths({ scopes }: Entry, list: ListSource, report: Report): void {
  const shared = new Set([
    ...list.neverList.sharedHosts.map(({ host }) => host),
    ...list.platforms.hosts.map(({ host }) => host),
  ]);
  for (const [at, text] of scopes.entries()) {
    const scope = parseScope(text, list.rules);
    if (isScopeFault(scope) || scope.path === '' || shared.has(scope.host)) continue;
    const cure = `${scope.host} without a path, or the host under "sharedHosts" in never-list.json`;
    report(`scopes[${at}]`, `${scope.host} is not known as shared by many publishers`, cure);
  }
}

function checkKind({ kind, posesAs, scopes }: Entry, report: Report): void {
  if (kind === 'impersonator' && posesAs === undefined) {
    report('posesAs', 'is missing', 'the host of the medium that an impersonator poses as');
  }
  const posed = typeof posesAs === 'string' ? [posesAs] : Object.values(posesAs ?? {});
  for (const host of posed) {
    if (scopes.includes(host)) report('posesAs', `${host} is its own scope`, 'another’s host');
  }
}

/** Names that differ only in case, accents, spaces or signs are one source listed twice. */
function checkNames(entries: readonly NamedEntry[], problems: Problem[]): void {
  const first = new Map<string, string>();
  for (const { slug, entry } of entries) {
    const name = entry.name
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
    const owner = first.get(name);
    first.set(name, owner ?? slug);
    if (owner === undefined || name === '') continue;
    const what = `"${entry.name}" is also the name in sources/${owner}.json`;
    reportTo(problems, `sources/${slug}.json`, 'policy')(
      'name',
      what,
      'one entry, or names told apart',
    );
  }
}

/** Exceptions are permissions: one that nobody uses any more would let the next mistake through. */
function checkExceptions(list: ListSource, problems: Problem[]): void {
  if (list.borrowed.has('never-list.json')) return;
  const report = reportTo(problems, 'never-list.json', 'policy');
  for (const [at, { host, entry: slug }] of list.neverList.exceptions.entries()) {
    const entry = list.entries.find((one) => one.slug === slug)?.entry;
    const isUsed =
      list.neverList.wellKnown.some((one) => one.host === host) &&
      entry?.scopes.some((scope) => !scope.includes('/') && coversHost(scope, host, list.rules));
    if (isUsed) continue;
    const cure = 'take it out, or list the well-known host in that entry';
    report(`exceptions[${at}]`, `"${host}" in ${slug} is not used`, cure);
  }
}

/**
 * The policy names who may be recognised (lists/README.md); others may stand second, however good
 * they are.
 */
const MAY_BE_RECOGNISED: readonly Organisation['kind'][] = [
  'fact-checker',
  'public-body',
  'newsroom',
  'rater',
];

function checkRecognition(list: ListSource, problems: Problem[]): void {
  if (list.borrowed.has('organisations.json')) return;
  const report = reportTo(problems, 'organisations.json', 'policy');
  for (const [at, { kind, recognised, id }] of list.organisations.entries()) {
    if (!recognised || MAY_BE_RECOGNISED.includes(kind)) continue;
    const cure = `false, or one of the kinds ${MAY_BE_RECOGNISED.join(', ')}`;
    report(`organisations[${at}].recognised`, `"${id}" is of kind ${kind}`, cure);
  }
}

/**
 * What the policy of a list (lists/README.md) finds wrong on the day `today`, entry by entry, then
 * for the list as a whole. A lapsed entry is no fault: it has ended by itself.
 */
export function checkPolicy(list: ListSource, today: string): readonly Problem[] {
  const problems: Problem[] = [];
  const organisations = new Map(list.organisations.map((one) => [one.id, one]));
  for (const named of list.entries) {
    const report = reportTo(problems, `sources/${named.slug}.json`, 'policy');
    problems.push(...checkStanding(named, list, organisations));
    checkEvidence(named.entry, organisations, report);
    checkDays(named.entry, list.info.reviewDays, today, report);
    checkPaths(named.entry, list, report);
    checkKind(named.entry, report);
    checkGrounds(named.entry, list.rules, report);
    checkCodes(named.entry, report);
  }
  checkUnknownFields(list, problems);
  checkNames(list.entries, problems);
  checkExceptions(list, problems);
  checkRecognition(list, problems);
  return problems;
}
