import { makeHost, SUBDOMAINS } from './hosts.ts';
import { makeRandom, pick, type Random } from './random.ts';

export const QUERY_KINDS = ['listed', 'below listed', 'look-alike', 'stranger'] as const;
type QueryKind = (typeof QUERY_KINDS)[number];

export interface Query {
  readonly host: string;
  readonly kind: QueryKind;
  /** By the oracle, which knows nothing but the rule. */
  readonly isListed: boolean;
}

/**
 * Questions as they come: of twenty hosts one is listed, one below a listed one, two look like a
 * listed one, and sixteen are strangers made like the listed, half of them on a subdomain. (On real
 * pages far fewer are listed; the bench prints each kind by itself as well.)
 */
export function makeQueries(hosts: readonly string[], count: number, seed: number): Query[] {
  const random = makeRandom(seed);
  const listed = new Set(hosts);
  return Array.from({ length: count }, () => {
    const kind = pickKind(random(20));
    for (;;) {
      const host = makeQuery(kind, hosts, random);
      const isListed = isCovered(host, listed);
      // Strangers that happen to be listed would make hits of most questions at a million hosts.
      if (isListed === (kind === 'listed' || kind === 'below listed'))
        return { host, kind, isListed };
    }
  });
}

/** A new string of these letters: without a hash that an earlier look-up left in it. */
export function copyText(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}

function pickKind(of20: number): QueryKind {
  if (of20 === 0) return 'listed';
  if (of20 === 1) return 'below listed';
  return of20 < 4 ? 'look-alike' : 'stranger';
}

function makeQuery(kind: QueryKind, hosts: readonly string[], random: Random): string {
  const host = hosts[random(hosts.length)] ?? '';
  switch (kind) {
    case 'listed':
      return host;
    case 'below listed':
      return `${pick(random, SUBDOMAINS)}.${host}`;
    case 'look-alike':
      return random(2) === 0 ? `x${host}` : `${host}.xyz`;
    case 'stranger':
      return (random(2) === 0 ? `${pick(random, SUBDOMAINS)}.` : '') + makeHost(random);
  }
}

/** A host is covered when it, or what remains without some of its first labels, is listed. */
function isCovered(host: string, listed: ReadonlySet<string>): boolean {
  const labels = host.split('.');
  return labels.some((_, first) => listed.has(labels.slice(first).join('.')));
}
