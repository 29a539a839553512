import { setImmediate as nextTurn } from 'node:timers/promises';
import { ShardBuilder } from '../../src/match/shard-builder.ts';
import type { ScopeRecord } from '../../src/match/verdict.ts';
import { createPause } from '../../src/platform/create-pause.ts';
import { digestStoredShards } from '../../src/store/digest-stored-shards.ts';
import type { LocalArea } from '../../src/store/local-area.ts';
import { writeShards } from '../../src/store/write-shards.ts';
import { collectGarbage } from './measure.ts';

/** What putting a list in force costs the worker, beside the browser's own storage. */
export interface SwapCosts {
  readonly shards: number;
  readonly megabytes: number;
  readonly buildMs: number;
  readonly checkMs: number;
  /** The longest time for which nothing else could run. */
  readonly longestMs: number;
  /** Memory at the most, above what the hosts and the written shards take. */
  readonly peakMegabytes: number;
}

const MEGABYTE = 1024 * 1024;

/** Takes in records as a stream of them would bring them, writes all shards, then checks them. */
export async function measureSwap(hosts: readonly string[]): Promise<SwapCosts> {
  const turns = new Turns();
  const pause = createPause(() => performance.now(), turns.give);
  const local = openArea(turns);
  const list = { id: 'bench', title: 'Bench', version: 1, publishedOn: '2026-11-24' };
  const builder = new ShardBuilder(
    {
      lists: [{ ...list, maxStaleDays: 90 }],
      rules: { aliases: [], foldPathHosts: [] },
      seed: 7,
    },
    pause,
  );
  const started = turns.start();
  await builder.addRecords(makeRecords(hosts));
  const built = await builder.finish(1);
  const digest = await writeShards({ local, pause }, built);
  const written = performance.now();
  if ((await digestStoredShards({ local, pause }, built.head)) !== digest) {
    throw new Error('the shards that were written are not those that are read');
  }
  await turns.give();
  return {
    shards: built.head.filterShards + built.head.recordShards,
    megabytes: turns.storedChars / MEGABYTE,
    buildMs: written - started,
    checkMs: performance.now() - written,
    longestMs: turns.longestMs,
    peakMegabytes: turns.peakBytes / MEGABYTE,
  };
}

/** Eight scopes an entry: networks have many, most sources one. */
function* makeRecords(hosts: readonly string[]): Generator<ScopeRecord> {
  for (const [i, scope] of hosts.entries()) {
    const entry = `entry-${i >> 3}`;
    yield { list: 'bench', entry, scope, state: 'listed', until: '2027-11-24' };
  }
}

/** Times how long nothing else has its turn, and looks at memory between turns. */
class Turns {
  longestMs = 0;
  peakBytes = 0;
  storedChars = 0;
  #began = 0;
  #bytesAtStart = 0;

  start(): number {
    collectGarbage();
    this.#bytesAtStart = countBytes();
    this.#began = performance.now();
    return this.#began;
  }

  readonly give = async (): Promise<void> => {
    this.longestMs = Math.max(this.longestMs, performance.now() - this.#began);
    this.peakBytes = Math.max(this.peakBytes, countBytes() - this.#bytesAtStart - this.storedChars);
    await nextTurn();
    this.#began = performance.now();
  };
}

function countBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Storage in memory that answers in another turn, as a browser's does. */
function openArea(turns: Turns): LocalArea {
  const items = new Map<string, unknown>();
  return {
    read: async (keys) => {
      await turns.give();
      return Object.fromEntries(keys.map((key) => [key, items.get(key)]));
    },
    write: async (written) => {
      for (const [key, text] of Object.entries(written)) {
        items.set(key, text);
        turns.storedChars += String(text).length;
      }
      await turns.give();
    },
    remove: async (keys) => {
      for (const key of keys) items.delete(key);
    },
    readKeys: async () => [...items.keys()],
  };
}
