/** Runs a job while no other runs under the same lock. */
export type RunAlone = <Value>(job: () => Promise<Value>) => Promise<Value>;

/** Whoever needs both takes the one of the lists first. */
type LockName = 'demonitor-lists' | 'demonitor-head';

/**
 * A lock that all workers of the extension share: during an update the old one may still be alive.
 * The browser gives it back when its holder is stopped.
 */
export function createLock(name: LockName): RunAlone {
  return (job) => runUnder(name, job);
}

async function runUnder<Value>(name: LockName, job: () => Promise<Value>): Promise<Value> {
  let isStarted = false;
  const start = () => {
    isStarted = true;
    return job();
  };
  try {
    return await navigator.locks.request(name, start);
  } catch (error) {
    if (isStarted) throw error;
    // No locks here: then there is one worker, as nearly always.
    return job();
  }
}
