import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLock } from '../../src/platform/create-lock.ts';

const runAlone = createLock('demonitor-lists');

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A browser's locks: `request` as the platform has it. */
function stubLocks(request: (name: string, job: () => Promise<unknown>) => Promise<unknown>): void {
  vi.stubGlobal('navigator', { locks: { request } });
}

describe('a job that runs alone', () => {
  it('runs under the lock that all workers ask for', async () => {
    const asked: string[] = [];
    stubLocks((name, job) => {
      asked.push(name);
      return job();
    });
    expect(await runAlone(async () => 'done')).toBe('done');
    await createLock('demonitor-head')(async () => 'done');
    expect(asked).toEqual(['demonitor-lists', 'demonitor-head']);
  });

  it('runs once, and its own error is the caller’s', async () => {
    let runs = 0;
    const fail = async () => {
      runs += 1;
      throw new Error('of the job');
    };
    stubLocks((_name, job) => job());
    await expect(runAlone(fail)).rejects.toThrow('of the job');
    expect(runs).toBe(1);
  });

  it('runs all the same where the browser has no locks or refuses them', async () => {
    vi.stubGlobal('navigator', {});
    expect(await runAlone(async () => 'done')).toBe('done');
    stubLocks(() => Promise.reject(new DOMException('no', 'SecurityError')));
    expect(await runAlone(async () => 'done')).toBe('done');
  });
});
