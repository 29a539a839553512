const LOCK_NAME = 'demonitor-lists';

/**
 * Runs a job while no other worker of the extension runs one: during an update the old one may still
 * be alive. The browser gives the lock back when its holder is stopped.
 */
export async function runAlone<Value>(job: () => Promise<Value>): Promise<Value> {
  let isStarted = false;
  const start = () => {
    isStarted = true;
    return job();
  };
  try {
    return await navigator.locks.request(LOCK_NAME, start);
  } catch (error) {
    if (isStarted) throw error;
    // No locks here: then there is one worker, as nearly always.
    return job();
  }
}
