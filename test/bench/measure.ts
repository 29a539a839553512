import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Peer } from './peers.ts';

// What one peer leaves behind must not be cleared away, by another thread, in another's time.
setFlagsFromString('--expose_gc');
export const collectGarbage: () => void = runInNewContext('gc');

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** About as long as a stretch takes; shorter than the turns in which a system shares processors. */
const STRETCH_MS = 1;

/**
 * Nanoseconds a question. Peers take turns within each round, each on fresh copies of the strings
 * and after a pass that isn't timed, so that none profits from another's place. The median is of
 * stretches of a millisecond, the same time for each peer: what a busy machine takes away for longer
 * then falls on few of them, and on the slow as seldom as on the fast.
 */
export function measurePeers(
  peers: readonly Peer[],
  hosts: readonly string[],
  rounds: number,
): Map<Peer, number> {
  const times = new Map<Peer, number[]>(peers.map((peer) => [peer, []]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < peers.length; turn++) {
      const peer = peers[(round + turn) % peers.length];
      if (peer !== undefined) times.get(peer)?.push(...measureRound(peer, hosts));
    }
  }
  return new Map([...times].map(([peer, each]) => [peer, median(each)]));
}

function measureRound(peer: Peer, hosts: readonly string[]): number[] {
  const warmUp = peer.prepare(hosts);
  const answer = peer.prepare(hosts);
  collectGarbage();
  const began = performance.now();
  warmUp(0, hosts.length);
  const each = (performance.now() - began) / hosts.length;
  const stretch = Math.min(hosts.length, Math.max(1, Math.round(STRETCH_MS / each)));
  const times: number[] = [];
  for (let from = 0; from + stretch <= hosts.length; from += stretch) {
    const start = performance.now();
    answer(from, from + stretch);
    times.push(((performance.now() - start) * 1e6) / stretch);
  }
  return times;
}

/** Milliseconds, median over runs. */
export function measureRuns(runs: number, run: (number: number) => unknown): number {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    run(i);
    times.push(performance.now() - start);
  }
  return median(times);
}

/** What a piece of work gives, and the milliseconds it took. */
export async function timeOnce<T>(work: () => T | Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}
