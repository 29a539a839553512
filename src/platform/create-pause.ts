import type { Pause } from '../match/pause.ts';

/** So short that a page that waits for the worker shows its badge no frame or two later. */
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
