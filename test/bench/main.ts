// Looks hosts up side by side with what else does it; `--quick` leaves out the million, and
// `--sync` all but what following a list costs a browser.
// Exits with 1 when a target is missed. Not a part of the tests: times depend on the machine.
import { availableParallelism, loadavg } from 'node:os';
import { StaticNetFilteringEngine } from '@gorhill/ubo-core';
import type { IndexInput } from '../../src/match/address-rules.ts';
import { buildHostIndex, type HostIndex } from '../../src/match/host-index.ts';
import { makeHosts } from './hosts.ts';
import { measurePeers, timeOnce } from './measure.ts';
import { measureLoad } from './measure-load.ts';
import { measureSwap } from './measure-swap.ts';
import { findMissing, measureSync, type SyncCosts } from './measure-sync.ts';
import {
  buildTrie,
  makeGhosteryEngine,
  makeOurs,
  makeOurVerdicts,
  makeSetPeer,
  makeTriePeer,
  makeUboEngine,
  type Peer,
} from './peers.ts';
import { makeQueries, QUERY_KINDS, type Query } from './queries.ts';
import { Scoreboard } from './scoreboard.ts';

const SEED = 20_261_125;
const QUERIES = 200_000;
const isQuick = process.argv.includes('--quick');
const isSyncOnly = process.argv.includes('--sync');
const SIZES = isQuick ? [1000, 100_000] : [1000, 100_000, 1_000_000];
const ROUNDS = isQuick ? 3 : 7;

const score = new Scoreboard();
console.log(
  `seed ${SEED}, ${QUERIES} queries, median of ${ROUNDS} interleaved rounds, node ${process.version}`,
);
for (const size of isSyncOnly ? [] : SIZES) await runSize(size);
await runSyncs();
console.log(
  `\nload average ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors: above them, caches are shared and ratios shrink`,
);
process.exitCode = score.report() ? 0 : 1;

async function runSize(size: number): Promise<void> {
  // Times and ratios are judged where they were promised, exactness and size everywhere.
  const isJudged = size === 1_000_000;
  const hosts = makeHosts(size, SEED);
  const queries = makeQueries(hosts, QUERIES, SEED + 1);
  console.log(`\n== ${size} hosts`);
  // Before all others: what they keep in memory would be looked through in this one's time.
  const swap = await measureSwap(hosts);
  console.log(
    `pages' index in the worker: ${swap.shards} shards of ${swap.megabytes.toFixed(1)} MB built and written in ${swap.buildMs.toFixed(0)} ms, checked in ${swap.checkMs.toFixed(0)} ms; longest turn ${swap.longestMs.toFixed(0)} ms, ${swap.peakMegabytes.toFixed(0)} MB at most`,
  );

  const [index, indexMs] = await timeOnce(() => buildHostIndex(makeInput(hosts)));
  const [set, setMs] = await timeOnce(() => new Set(hosts));
  const [{ trie, root }, trieMs] = await timeOnce(() => buildTrie(hosts));
  const [ubo, uboMs] = await timeOnce(() => tryPeer('uBO engine', () => makeUboEngine(hosts)));
  const [ghostery, ghosteryMs] = await timeOnce(() =>
    tryPeer('Ghostery engine', () => makeGhosteryEngine(hosts)),
  );
  const ours = makeOurs(index);
  const bySet = makeSetPeer(set);
  const byTrie = makeTriePeer(trie, root);
  const built: [Peer | undefined, number][] = [
    [ours, indexMs],
    [makeOurVerdicts(index), 0],
    [bySet, setMs],
    [byTrie, trieMs],
    [ubo, uboMs],
    [ghostery, ghosteryMs],
  ];
  const peers = built.map(([peer]) => peer).filter((peer) => peer !== undefined);
  const times = measurePeers(
    peers,
    queries.map(({ host }) => host),
    ROUNDS,
  );
  const our = times.get(ours) ?? Number.NaN;
  for (const [peer, ms] of built) {
    if (peer === undefined) continue;
    const time = times.get(peer) ?? Number.NaN;
    const wrong = countWrong(peer, queries);
    const build = ms === 0 ? '' : `  built in ${ms.toFixed(0)} ms`;
    const ratio = `×${(time / our).toFixed(1)}`.padStart(7);
    console.log(
      `${peer.name.padEnd(30)}${time.toFixed(0).padStart(6)} ns${ratio}  ${wrong} wrong${build}`,
    );
    if (peer.name.startsWith('src/match')) {
      score.atMost(`${size}: wrong answers of ${peer.name}`, wrong, 0);
    }
  }
  const ratioOf = (peer: Peer | undefined) =>
    peer === undefined ? undefined : (times.get(peer) ?? Number.NaN) / our;
  if (isJudged) {
    score.atLeast('ratio to HNTrie', ratioOf(byTrie), 7);
    score.atLeast('ratio to Set', ratioOf(bySet), 6);
    score.atLeast('ratio to the uBO engine', ratioOf(ubo), 14);
    score.atLeast('ratio to the Ghostery engine', ratioOf(ghostery), 17);
  }
  printKinds([ours, bySet, byTrie], queries);

  const load = measureLoad(index.buffer, hosts, trie, root);
  console.log(
    `load to first lookup: src/match ${load.ours.toFixed(3)} ms, JSON + Set ${load.jsonAndSet.toFixed(1)} ms, HNTrie ${load.trie.toFixed(2)} ms`,
  );
  if (isJudged) {
    score.atLeast('load, ratio to JSON + Set', load.jsonAndSet / load.ours, 1000);
    score.atLeast('load, ratio to HNTrie', load.trie / load.ours, 150);
  }
  const bytes = sizeOf(index);
  const trieBytes = trie.toSelfie().buf32.byteLength;
  console.log(
    `bytes a host: filter ${(bytes.filter / size).toFixed(2)}, with names ${(bytes.names / size).toFixed(2)}, with records ${(index.buffer.byteLength / size).toFixed(2)}; HNTrie ${(trieBytes / size).toFixed(2)}`,
  );
  score.atMost(`${size}: bytes a host, filter`, bytes.filter / size, 2.7);
  score.atMost(`${size}: bytes a host, with names`, bytes.names / size, 23);
  await StaticNetFilteringEngine.release();
}

/** Side by side: what a reader's browser does with the whole of a list, and with a day's changes. */
async function runSyncs(): Promise<void> {
  console.log('\n== sync, in Chromium');
  const missing = findMissing();
  if (missing !== undefined) {
    console.log(`not measured: ${missing}`);
    return;
  }
  for (const size of SIZES) {
    const { whole, delta } = await measureSync(size, SEED);
    console.log(`${size} hosts`);
    console.log(`  whole list  ${formatSync(whole)}`);
    console.log(`  day's delta ${formatSync(delta)}`);
  }
}

function formatSync({ peaks, ...sync }: SyncCosts): string {
  const { heap, buffers, process: size, database, shards } = peaks;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  return [
    `${sync.downloadBytes} bytes, done in ${seconds(sync.syncMs)}, badge after ${seconds(sync.badgeMs)}`,
    `processor ${peaks.rendererSeconds.toFixed(1)} s, and ${peaks.browserSeconds.toFixed(1)} s in the browser's other processes`,
    `a message waited ${sync.longestMs.toFixed(0)} ms at most, 99 in 100 less than ${sync.usualMs.toFixed(0)} (idle: ${sync.idleMs.toFixed(0)}), the popup ${sync.longestPopupMs.toFixed(0)}`,
    `megabytes at most: heap ${heap.toFixed(0)}, buffers ${buffers.toFixed(0)}, process ${size?.toFixed(0) ?? 'unknown'}, database ${database.toFixed(0)}, shards ${shards.toFixed(0)} on disk`,
    `stages from (ms): ${sync.stages}; worst waits: ${sync.worst}`,
  ].join('\n              ');
}

/** A peer that can't take so many hosts is named, not left out in silence. */
async function tryPeer(name: string, make: () => Peer | Promise<Peer>): Promise<Peer | undefined> {
  try {
    return await make();
  } catch (error) {
    console.log(`${name} can't be built: ${error}`);
    return undefined;
  }
}

function makeInput(hosts: readonly string[]): IndexInput {
  const list = { id: 'bench', title: 'Bench', version: 1, publishedOn: '2026-11-24' };
  return {
    lists: [{ ...list, maxStaleDays: 90 }],
    // Eight scopes an entry: networks have many, most sources one.
    records: hosts.map((scope, i) => ({
      ...{ list: 'bench', entry: `entry-${i >> 3}`, scope },
      ...{ state: 'listed', until: '2027-11-24' },
    })),
    rules: { aliases: [], foldPathHosts: [] },
    seed: 7,
  };
}

function countWrong(peer: Peer, queries: readonly Query[]): number {
  return queries.filter(({ host, isListed }) => peer.isListed(host) !== isListed).length;
}

function printKinds(peers: readonly Peer[], queries: readonly Query[]): void {
  for (const kind of QUERY_KINDS) {
    const hosts = queries.filter((query) => query.kind === kind).map(({ host }) => host);
    const times = measurePeers(peers, hosts, 3);
    const columns = peers.map((peer) => `${peer.name} ${(times.get(peer) ?? 0).toFixed(0)} ns`);
    console.log(`  ${kind.padEnd(14)}${columns.join(', ')}`);
  }
}

function sizeOf(index: HostIndex): { filter: number; names: number } {
  const filter = index.bases.byteLength + index.offsets.byteLength + index.remainders.byteLength;
  const { nameBases, nameOffsets, names } = index;
  const forNames = [nameBases, nameOffsets, names];
  return { filter, names: forNames.reduce((sum, part) => sum + part.byteLength, filter) };
}
