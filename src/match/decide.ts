import type { ListStanding } from './assess-lists.ts';
import type { Finding, ScopeRecord, Verdict } from './verdict.ts';

/**
 * The one decision for page, worker and command line: per list the most specific record counts,
 * and if it holds today the address is listed.
 *
 * - `example.com` listed, `blog.example.com` suspended: `blog.example.com/a` is not listed
 * - list A says listed, list B suspended: listed, by A
 *
 * @param records those that cover the address
 */
export function decide(
  records: readonly ScopeRecord[],
  standing: ListStanding,
  today: string,
): Verdict {
  const { lists, staleLists } = standing;
  if (standing.refusal !== undefined) return standing.refusal;
  if (records.length === 0) return { kind: 'not-listed', lists, staleLists };
  const findings: Finding[] = [];
  let ended: { reason: 'lapsed' | 'decided'; record: ScopeRecord } | undefined;
  for (const list of lists) {
    let best: ScopeRecord | undefined;
    for (const record of records) {
      if (record.list !== list.id) continue;
      if (best === undefined || compare(record, best, today) < 0) best = record;
    }
    if (best === undefined) continue;
    const { state } = best;
    if (state === 'decided') ended ??= { reason: 'decided', record: best };
    else if (today > best.until) ended ??= { reason: 'lapsed', record: best };
    else findings.push({ ...best, state });
  }
  if (findings.length > 0) return { kind: 'listed', findings, lists, staleLists };
  if (ended !== undefined) return { kind: 'not-listed', lists, staleLists, ended };
  return { kind: 'not-listed', lists, staleLists };
}

/**
 * Most specific first: any path before any host, then the longer. Of two entries on one scope the
 * one that holds today, then by slug, so that every index says the same.
 */
function compare(a: ScopeRecord, b: ScopeRecord, today: string): number {
  return (
    specificity(b.scope) - specificity(a.scope) ||
    standingOf(a, today) - standingOf(b, today) ||
    (a.entry < b.entry ? -1 : Number(a.entry > b.entry)) ||
    (a.until < b.until ? -1 : Number(a.until > b.until))
  );
}

function specificity(scope: string): number {
  return scope.includes('/') ? 1000 + scope.length : scope.length;
}

function standingOf(record: ScopeRecord, today: string): number {
  if (record.state === 'decided') return 2;
  if (today > record.until) return 3;
  return record.state === 'listed' ? 0 : 1;
}
