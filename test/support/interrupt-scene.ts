import { expect } from 'vitest';
import { parseIndexHead } from '../../src/match/index-head.ts';
import { readFollowedLists } from '../../src/store/followed-list.ts';
import { listStoredShards } from '../../src/store/stored-shards.ts';
import { readForce, type Scene, type Stage } from './interrupted-scenes.ts';
import { Outage, type Outside } from './outage.ts';

/** Whether anything was left behind: rows of no list in force, shards that no page reads. */
async function hasLeftovers({ trial: { machine } }: Stage): Promise<boolean> {
  const database = await machine.store.open();
  const lists = await readFollowedLists(database);
  const rows = lists.reduce((sum, { stored }) => sum + (stored?.entries ?? 0), 0);
  const { head } = await machine.local.read(['head']);
  const live = parseIndexHead((head as { index?: unknown }).index)?.generation ?? 0;
  const stored = await listStoredShards(machine.local);
  const generations = new Set(stored.map(({ generation }) => generation));
  // The one before stays for pages in the middle of a check.
  const isTidy = generations.has(live) && generations.size <= 2;
  return !isTidy || (await database.count('entries')) !== rows;
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

  expect(await store.repair()).toBe('unchanged');

  if (await hasLeftovers(stage)) {
    stage.trial.publishSecond();
    expect(await stage.trial.sync()).toEqual({ kind: 'updated' });
    expect(await readForce(stage)).toBe(scene.arrived.replace('release 1', 'release 2'));
    expect(await hasLeftovers(stage)).toBe(false);
  }
  return outage.hasHappened;
}

/** Interrupts a scene at each of its points, one after another; how many there are. */
export async function sweep(
  scene: Scene,
  how: 'dies' | 'rejects',
  meant: readonly Outside[],
): Promise<number> {
  for (let at = 1; ; at++) {
    try {
      if (!(await interrupt(scene, new Outage(at, how, meant)))) return at - 1;
    } catch (error) {
      throw new Error(`at point ${at}`, { cause: error });
    }
  }
}
