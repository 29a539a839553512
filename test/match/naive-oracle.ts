import type { AddressRules, IndexInput } from '../../src/match/address-rules.ts';
import type { ScopeRecord } from '../../src/match/verdict.ts';

/**
 * The rules of matching once more, as slowly and plainly as they can be said, sharing no code with
 * what is tested: every record is held against the address, label by label, segment by segment.
 */
export function decideNaively(
  input: IndexInput,
  host: string,
  path: string,
  today: string,
): { kind: string; found: string[] } {
  const fresh = input.lists.filter(
    (list) => ageInDays(list.publishedOn, today) <= list.maxStaleDays,
  );
  if (fresh.length === 0) {
    return { kind: input.lists.length === 0 ? 'missing' : 'too-old', found: [] };
  }
  const found: string[] = [];
  let ended: string | undefined;
  for (const list of fresh) {
    const covering = input.records.filter(
      (record) => record.list === list.id && covers(record.scope, host, path, input.rules),
    );
    const depth = Math.max(0, ...covering.map(depthOf));
    const best = covering
      .filter((record) => depthOf(record) === depth)
      .sort((a, b) => rank(a, today) - rank(b, today) || a.entry.localeCompare(b.entry))[0];
    if (best === undefined) continue;
    if (rank(best, today) < 2) found.push(`${list.id} ${best.entry} ${best.scope} ${best.state}`);
    else ended ??= `${best.state === 'decided' ? 'decided' : 'lapsed'} ${best.entry} ${best.scope}`;
  }
  if (found.length > 0) return { kind: 'listed', found };
  return { kind: 'not-listed', found: ended === undefined ? [] : [ended] };
}

function ageInDays(from: string, to: string): number {
  return (new Date(to).getTime() - new Date(from).getTime()) / (24 * 60 * 60 * 1000);
}

function rank(record: ScopeRecord, today: string): number {
  if (record.state === 'decided') return 2;
  if (record.until < today) return 3;
  return record.state === 'appealed' ? 1 : 0;
}

/** Labels of the host, and 1,000 for each segment of a path: any path beats any host. */
function depthOf({ scope }: ScopeRecord): number {
  const [host = '', ...segments] = scope.split('/');
  return host.split('.').length + 1000 * segments.length;
}

function covers(scope: string, host: string, path: string, rules: AddressRules): boolean {
  const [scopeHost = '', ...scopeSegments] = scope.split('/');
  if (scopeSegments.length === 0) {
    const labels = scopeHost.split('.').reverse();
    const asked = host.split('.').reverse();
    return labels.every((label, i) => asked[i] === label);
  }
  const [at, ...segments] = normalise(host, path, rules);
  return at === scopeHost && scopeSegments.every((segment, i) => segments[i] === segment);
}

/** Host and segments, after the rules. */
function normalise(host: string, path: string, rules: AddressRules): string[] {
  const labels = host.split('.');
  const isMobile = ['www', 'm', 'mobile'].includes(labels[0] ?? '') && labels.length > 2;
  const segments = path.split('/').slice(1).map(decodeLetters);
  while (segments.at(-1) === '') segments.pop();
  let whole = [isMobile ? labels.slice(1).join('.') : host, ...segments];
  for (let i = 0; i < 4; i++) {
    if (rules.foldPathHosts.includes(whole[0] ?? '')) whole = whole.map((s) => s.toLowerCase());
    const alias = rules.aliases
      .filter(({ from }) => from.split('/').every((part, j) => whole[j] === part))
      .sort((a, b) => b.from.length - a.from.length)[0];
    if (alias === undefined) break;
    whole = [...alias.to.split('/'), ...whole.slice(alias.from.split('/').length)];
  }
  return whole;
}

function decodeLetters(segment: string): string {
  return segment
    .split(/(%..)/)
    .map((part) => {
      if (!part.startsWith('%')) return part;
      const decoded = decodeURIComponent(part);
      return /^[\w.~-]$/.test(decoded) ? decoded : part.toUpperCase();
    })
    .join('');
}
