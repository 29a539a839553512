import type { RunAlone } from '../../src/platform/create-lock.ts';

/** What the browser gives workers: one has the lock, the others wait for it. */
export function makeLock(): RunAlone {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = last.then(job);
    last = turn.catch(() => undefined);
    return turn;
  };
}
