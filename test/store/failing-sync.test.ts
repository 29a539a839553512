import 'fake-indexeddb/auto';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sweep } from '../support/interrupt-scene.ts';
import { SCENES } from '../support/interrupted-scenes.ts';

/*
 * One thing that the worker waits for fails, at every single point of whatever changes the lists in
 * force.
 */

const table: string[] = [];
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => {
  // The table that a reader of the test's output asks for.
  console.log([`${'one failure at every point'.padEnd(60)}  points`, ...table].join('\n'));
});

describe('after one failure at any point of', () => {
  it.each(SCENES)(
    '$name, one whole list is in force and the next sync arrives',
    async (scene) => {
      const points = await sweep(scene, 'rejects', ['network', 'database', 'storage']);
      expect(points).toBeGreaterThan(10);
      table.push(`${scene.name.padEnd(60)}  ${points}`);
    },
    60_000,
  );
});
