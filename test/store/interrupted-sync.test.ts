import { makeLock } from '../support/make-lock.ts';
import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { HeadWriter } from '../../src/store/head-store.ts';
import { sweep } from '../support/interrupt-scene.ts';
import { SCENES } from '../support/interrupted-scenes.ts';
import { makeList } from '../support/make-list.ts';
import { Outage } from '../support/outage.ts';
import { dropDeltas, LASTING, SyncTrial } from '../support/sync-trial.ts';

/*
 * The worker is stopped at every single point at which it waits, in whatever changes the lists in
 * force.
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

describe('after a worker that is stopped at any point of', () => {
  it.each(SCENES)(
    '$name, one whole list is in force and the next sync arrives',
    async (scene) => {
      const points = await sweep(scene, 'dies', ['network', 'database', 'storage', 'pause']);
      expect(points).toBeGreaterThan(10);
      table.push(`${scene.name.padEnd(60)}  ${points}`);
    },
    60_000,
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
  }, 60_000);
});

describe('two workers at once', () => {
  it.each([[0], [1], [2], [3], [5], [8], [13], [21]])(
    'never give a page a wrong verdict, the second %i turns later',
    async (turns) => {
      const trial = await SyncTrial.start((each) =>
        each.publishSecond(WHOLE, makeList(['passing.test', 'leaving.test', ...LASTING])),
      );
      const { machine } = trial;
      const runAlone = makeLock();
      const headLock = makeLock();
      const start = () =>
        machine.start({ runAlone, head: new HeadWriter(machine.local, headLock) });
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
      // Where one overtook the other, that one stopped; the next sync brings what is newest.
      await trial.sync(newer);
      expect(await trial.readForce()).toBe('release 2');
      expect(await machine.store.repair()).toBe('unchanged');
    },
  );
});
