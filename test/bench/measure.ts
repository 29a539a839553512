import type { Peer } from './peers.ts';

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/**
 * Nanoseconds a question, median over rounds. Peers take turns within each round, each on fresh
 * copies of the strings and after a pass that isn't timed, so that none profits from another's place.
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
      if (peer === undefined) continue;
      peer.prepare(hosts)();
      const answer = peer.prepare(hosts);
      const start = performance.now();
      answer();
      times.get(peer)?.push(((performance.now() - start) * 1e6) / hosts.length);
    }
  }
  return new Map([...times].map(([peer, each]) => [peer, median(each)]));
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
