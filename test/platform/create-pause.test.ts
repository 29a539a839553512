import { expect, it } from 'vitest';
import { createPause } from '../../src/platform/create-pause.ts';

it('gives others their turn after 8 ms of work, counted anew from then', async () => {
  let now = 100;
  let turns = 0;
  const pause = createPause(
    () => now,
    async () => {
      turns++;
      now += 500;
    },
  );
  const workFor = async (milliseconds: number) => {
    now += milliseconds;
    await pause();
    return turns;
  };
  expect(await workFor(7)).toBe(0);
  expect(await workFor(1)).toBe(1);
  expect(await workFor(7)).toBe(1);
  expect(await workFor(1)).toBe(2);
});

it('lets a timer and a message run meanwhile, by itself', async () => {
  let now = 0;
  const seen: string[] = [];
  setTimeout(() => seen.push('timer'), 0);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    seen.push('message');
    port1.close();
  };
  port2.postMessage(undefined);
  const pause = createPause(() => now);
  for (let turn = 0; turn < 1000 && seen.length < 2; turn++) {
    now += 100;
    await pause();
  }
  expect(seen.sort()).toEqual(['message', 'timer']);
});
