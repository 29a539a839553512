import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseIndexHead } from '../../src/match/index-head.ts';
import { readFollowedLists } from '../../src/store/followed-list.ts';
import { listStoredShards } from '../../src/store/stored-shards.ts';
import { readForce, SCENES, type Scene, type Stage } from '../support/interrupted-scenes.ts';
import { Outage, type Outside } from '../support/outage.ts';

/*
 * The worker is stopped, or what it waits for fails, at every single point of whatever changes the
 * lists in force.
 */

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
