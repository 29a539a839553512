import type { Pause } from '../match/pause.ts';

/** A page that waits for the worker then waits half a frame longer at most. */
const MAX_WORK_MILLISECONDS = 8;

/** A pause for long work: after 8 ms of it messages, alarms and replies of storage have their turn. */
export function createPause(
  now: () => number = () => performance.now(),
  giveTurn: () => Promise<void> = waitForTurn,
): Pause {
  let resumedAt = now();
  return async () => {
    if (now() - resumedAt < MAX_WORK_MILLISECONDS) return;
    await giveTurn();
    resumedAt = now();
  };
}

/** A message to oneself: a timer would wait 4 ms each time, and longer where nothing is on show. */
function waitForTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
