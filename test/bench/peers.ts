import { FiltersEngine, Request } from '@ghostery/adblocker';
import { StaticNetFilteringEngine } from '@gorhill/ubo-core';
import HNTrieContainer from '@gorhill/ubo-core/js/hntrie.js';
import { assessLists } from '../../src/match/assess-lists.ts';
import { decideAddress } from '../../src/match/decide-address.ts';
import { findHostSlots, makeFoundSlots } from '../../src/match/find-slots.ts';
import type { HostIndex } from '../../src/match/host-index.ts';
import { copyText } from './queries.ts';

/** One way of asking whether hosts are listed, in the form in which its authors mean it asked. */
export interface Peer {
  readonly name: string;
  /**
   * Makes questions of hosts, then answers those from one number to another and says how many are
   * listed. Only the answering is timed: what an engine needs made beforehand is made here.
   */
  readonly prepare: (hosts: readonly string[]) => (from: number, to: number) => number;
  /** Whether one host is listed. */
  readonly isListed: (host: string) => boolean;
}

const TODAY = '2026-11-25';

/** Loops are made anew for each peer, or the engine would compile one for all of them. */
function makePeer<T>(
  name: string,
  ask: (host: string) => T,
  answer: (question: T) => boolean,
): Peer {
  const loop = new Function(
    ...['questions', 'answer', 'from', 'to'],
    'let n = 0; for (let i = from; i < to; i++) if (answer(questions[i])) n++; return n;',
  );
  return {
    name,
    prepare: (hosts) => {
      const questions = hosts.map((host) => ask(copyText(host)));
      return (from, to) => Number(loop(questions, answer, from, to));
    },
    isListed: (host) => answer(ask(host)),
  };
}

/** What is measured: from a host in canonical form to the slots that cover it. */
export function makeOurs(index: HostIndex): Peer {
  const slots = makeFoundSlots();
  return makePeer(
    'src/match',
    (host) => host,
    (host) => findHostSlots(index, host, slots) > 0,
  );
}

/** All that the audit does for a row: from any address to a verdict. */
export function makeOurVerdicts(index: HostIndex): Peer {
  const standing = assessLists(index.lists, TODAY);
  return makePeer(
    'src/match, address to verdict',
    (host) => `https://${host}/a/b`,
    (address) => decideAddress(index, address, TODAY, standing).kind === 'listed',
  );
}

/** The host, then its parents; single labels aren't asked about, as with us. */
export function makeSetPeer(set: ReadonlySet<string>): Peer {
  const isListed = (host: string): boolean => {
    let rest = host;
    for (;;) {
      const dot = rest.indexOf('.');
      if (dot < 0) return false;
      if (set.has(rest)) return true;
      rest = rest.slice(dot + 1);
    }
  };
  return makePeer('Set', (host) => host, isListed);
}

export function buildTrie(hosts: readonly string[]): { trie: HNTrieContainer; root: number } {
  const trie = new HNTrieContainer();
  const root = trie.createTrie();
  for (const host of hosts) trie.setNeedle(host).add(root);
  trie.optimize();
  return { trie, root };
}

export function makeTriePeer(trie: HNTrieContainer, root: number): Peer {
  return makePeer(
    'uBO HNTrie (JS)',
    (host) => host,
    (host) => trie.setNeedle(host).matches(root) >= 0,
  );
}

/** The engine's own form for "this host and all below it". */
function toFilters(hosts: readonly string[]): string {
  return hosts.map((host) => `||${host}^`).join('\n');
}

/** There can be one engine only: it must be released before the next is made. */
export async function makeUboEngine(hosts: readonly string[]): Promise<Peer> {
  const engine = await StaticNetFilteringEngine.create();
  await engine.useLists([{ name: 'bench', raw: toFilters(hosts) }]);
  return makePeer(
    'uBO engine (JS)',
    (host) => ({ originURL: 'https://reader.test/', url: `https://${host}/`, type: 'script' }),
    (details) => engine.matchRequest(details) === 1,
  );
}

/** Requests are made beforehand: their parsing of the address isn't counted against it. */
export function makeGhosteryEngine(hosts: readonly string[]): Peer {
  const engine = FiltersEngine.parse(toFilters(hosts), { loadCosmeticFilters: false });
  return makePeer(
    'Ghostery engine',
    (host) =>
      Request.fromRawDetails({
        url: `https://${host}/`,
        sourceUrl: 'https://reader.test/',
        type: 'script',
      }),
    (request) => engine.match(request).match,
  );
}
