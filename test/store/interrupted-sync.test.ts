import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseIndexHead } from '../../src/match/index-head.ts';
import { readFollowedLists } from '../../src/store/followed-list.ts';
import { HeadWriter } from '../../src/store/head-store.ts';
import type { StoreParts } from '../../src/store/store-parts.ts';
import { listStoredShards } from '../../src/store/stored-shards.ts';
import { readForce, SCENES, type Scene, type Stage } from '../support/interrupted-scenes.ts';
import { makeList } from '../support/make-list.ts';
import { Outage, type Outside } from '../support/outage.ts';
import { dropDeltas, LASTING, SyncTrial } from '../support/sync-trial.ts';

/*
 * The worker is stopped, or what it waits for fails, at every single point of whatever changes the
 * lists in force.
 */

const WHOLE = { changes: { targets: dropDeltas } };
const table: string[] = [];
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => {
  // The table that a reader of the test's output asks for.
  console.log([`${'interrupted at every point'.padEnd(60)}  points`, ...table].join('\n'));
});

/** All that was left behind is gone: rows of no list in force, shards that no page reads. */
async function expectNoLeftovers({ trial: { machine } }: Stage): Promise<void> {
  const database = await machine.store.open();
  const lists = await readFollowedLists(database);
  const rows = lists.reduce((sum, { stored }) => sum + (stored?.entries ?? 0), 0);
  expect(await database.count('entries')).toBe(rows);
  const { head } = await machine.local.read(['head']);
  const live = parseIndexHead((head as { index?: unknown }).index)?.generation ?? 0;
  const stored = await listStoredShards(machine.local);
  const generations = new Set(stored.map(({ generation }) => generation));
  // The one before stays for pages in the middle of a check.
  expect(generations.has(live)).toBe(true);
  expect(generations.size).toBeLessThanOrEqual(2);
}

/** Interrupts a scene at its n-th point; false once it has fewer. */
async function interrupt(scene: Scene, outage: Outage): Promise<boolean> {
  const stage = await scene.open();
  const { machine } = stage.trial;
  const worker = machine.start(outage.wrap(machine.parts()));
  const end = scene.run(worker, stage).catch(() => undefined);
  await Promise.race([end, outage.gone]);
  expect(scene.during).toContain(await readForce(stage));

  const store = stage.trial.restart();
  await store.prepare();
  expect(scene.restarted).toContain(await readForce(stage));
  expect(await store.repair()).toBe('unchanged');
  await scene.run(store, stage);
  expect(await readForce(stage)).toBe(scene.arrived);

  stage.trial.publishSecond();
  expect(await stage.trial.sync()).toEqual({ kind: 'updated' });
  expect(await readForce(stage)).toBe(scene.arrived.replace('release 1', 'release 2'));
  expect(await store.repair()).toBe('unchanged');
  await expectNoLeftovers(stage);
  return outage.hasHappened;
}

describe.each([
  ['a worker that is stopped', 'dies', ['network', 'database', 'storage', 'pause']],
  ['a failure', 'rejects', ['network', 'database', 'storage']],
] as const)('after %s at any point of', (name, how, meant) => {
  it.each(SCENES)(
    '$name, one whole list is in force and the next sync arrives',
    async (scene) => {
      let at = 0;
      let goesOn = true;
      while (goesOn) {
        at += 1;
        try {
          goesOn = await interrupt(scene, new Outage(at, how, meant as readonly Outside[]));
        } catch (error) {
          throw new Error(`at point ${at}`, { cause: error });
        }
      }
      expect(at).toBeGreaterThan(10);
      table.push(`${`${scene.name}, ${name}`.padEnd(60)}  ${at - 1}`);
    },
    30_000,
  );
});

describe('a release that was half taken in', () => {
  it('leaves nothing of it in the one that comes after', async () => {
    // The first attempt writes rows, some of which the next release no longer has.
    for (let at = 1; ; at++) {
      const trial = await SyncTrial.start((each) =>
        each.publishSecond(WHOLE, makeList(['passing.test', ...LASTING])),
      );
      const { machine } = trial;
      const outage = new Outage(at, 'dies', ['database']);
      const worker = machine.start(outage.wrap(machine.parts()));
      await Promise.race([trial.sync(worker), outage.gone]);
      trial.publishSecond(WHOLE);
      const store = trial.restart();
      await store.prepare();
      expect(await trial.sync()).toEqual({ kind: 'updated' });
      expect(await trial.readForce()).toBe('release 2');
      expect(await store.repair(), `at point ${at}`).toBe('unchanged');
      if (!outage.hasHappened) break;
    }
  }, 30_000);
});

/** What the browser gives workers: one has the lock, the others wait for it. */
function makeLock(): StoreParts['runAlone'] {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = last.then(job);
    last = turn.catch(() => undefined);
    return turn;
  };
}

describe('two workers at once', () => {
  it.each([[0], [1], [2], [3], [5], [8], [13], [21]])(
    'never give a page a wrong verdict, the second %i turns later',
    async (turns) => {
      const trial = await SyncTrial.start((each) =>
        each.publishSecond(WHOLE, makeList(['passing.test', 'leaving.test', ...LASTING])),
      );
      const { machine } = trial;
      const runAlone = makeLock();
      const start = () => machine.start({ runAlone, head: new HeadWriter(machine.local) });
      const older = start();
      const first = trial.sync(older);
      for (let turn = 0; turn < turns; turn++) await new Promise((done) => setImmediate(done));
      trial.publishSecond(WHOLE);
      const newer = start();
      let isOver = false;
      const both = Promise.all([first, newer.prepare(), trial.sync(newer)]).finally(() => {
        isOver = true;
      });
      while (!isOver) {
        expect((await machine.ask('https://lasting-0.test/')).kind).toBe('listed');
        expect((await machine.ask('https://unlisted.test/')).kind).toBe('not-listed');
        await new Promise((done) => setImmediate(done));
      }
      await both;
      expect(await trial.readForce()).toBe('release 2');
      expect(await machine.store.repair()).toBe('unchanged');
    },
  );
});
