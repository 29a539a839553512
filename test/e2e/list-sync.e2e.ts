import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expectNoStrangers } from './lists/expect-no-strangers.ts';
import { ListSession } from './lists/list-session.ts';
import { makeOverdue } from './lists/make-overdue.ts';
import { showForgeryRefused } from './lists/show-forgery-refused.ts';
import { showNetworkCut } from './lists/show-network-cut.ts';
import { showNewestFloorWins } from './lists/show-newest-floor-wins.ts';
import { showQuietSync } from './lists/show-quiet-sync.ts';
import { showReleaseArrives } from './lists/show-release-arrives.ts';
import { showSecondList } from './lists/show-second-list.ts';
import { expectInForce, publishNext } from './lists/turning-releases.ts';
import { runInWorker } from './observe-page.ts';
import { stopWorker } from './stop-worker.ts';

let session: ListSession;

beforeEach(async () => {
  session = await ListSession.start('chromium');
});
afterEach(() => session?.close());

describe('a list with an address', () => {
  it('brings its next releases into open tabs, on demand and by the alarm', async () => {
    await showReleaseArrives(session, () => stopWorker(session.browser));
    expectNoStrangers(session, ['list.test', 'example-truth.test', 'example-new.test']);
  });

  it('is asked for two files when nothing changed, by nobody in particular', async () => {
    await showQuietSync(session);
    expectNoStrangers(session, ['list.test']);
  });

  it('speaks on when the network is cut, also from a worker that starts anew', async () => {
    await stopWorker(session.browser);
    await showNetworkCut(session);
  });

  it('is not replaced by a release that was forged or taken back', async () => {
    await showForgeryRefused(session);
  });

  it('can have another one beside it', async () => {
    await showSecondList(session);
  });

  it('is the newest one that was shipped or synced', async () => {
    await showNewestFloorWins(session);
  });
});

/** Where the worker stands still in a swap; what it waits for never ends. */
const SWAP_MOMENTS = [
  ['before a shard is written', 'isShard', false],
  ['when the shards are written', 'isShard', true],
  ['when the database has the release and the pages do not', 'isHead', false],
  ['when the pages have it', 'isHead', true],
] as const;

/** Starts a sync that stands still there; resolves once it does. */
async function syncUpTo(what: 'isShard' | 'isHead', isWritten: boolean): Promise<void> {
  await runInWorker(
    session.browser,
    `(() => {
      const area = chrome.storage.local;
      const write = area.set.bind(area);
      const isHead = (items) => 'head' in items;
      const isShard = (items) => !isHead(items);
      globalThis.standstill = new Promise((reach) => {
        area.set = async (items) => {
          if (!${what}(items)) return write(items);
          if (${isWritten}) await write(items);
          reach();
          await new Promise(() => undefined);
        };
      });
    })()`,
  );
  session.begin('lists/sync', {});
  await runInWorker(session.browser, 'globalThis.standstill');
}

describe('a sync that is cut off', () => {
  it('has its next alarm before it asks for anything', async () => {
    const held = session.own.host.hold(/timestamp/);
    await publishNext(session, 2);
    await makeOverdue(session);
    await held.arrived;
    await stopWorker(session.browser);
    expect(await session.evaluate(`api.alarms.get('sync')`)).toBeDefined();
    held.release();
  });

  it('by the end of the worker leaves one whole release, and the next sync works', async () => {
    let version = 1;
    const stop = async (reach: () => Promise<void>): Promise<void> => {
      await publishNext(session, version + 1);
      await reach();
      await stopWorker(session.browser);
      await expectInForce(session, [version, version + 1]);
      version += 1;
      expect((await session.sync()).version).toBe(version);
      await expectInForce(session, [version]);
    };
    for (const [isMeant, isHalfSent, stage] of [
      [/timestamp/, false, 'metadata'],
      [/^targets\/.*(delta|sources)/, true, 'download'],
    ] as const) {
      const held = session.own.host.hold(isMeant, isHalfSent);
      await stop(async () => {
        session.begin('lists/sync', {});
        await held.arrived;
        // What was sent may still be under way.
        await vi.waitFor(async () => {
          const { running } = await session.ask('lists/status', undefined);
          expect(running).toMatchObject([{ key: 'test-list', stage }]);
        }, 10_000);
      });
      held.release();
    }
    for (const [, what, isWritten] of SWAP_MOMENTS) await stop(() => syncUpTo(what, isWritten));
  });

  it.each(SWAP_MOMENTS.slice(1, 3))(
    'by the end of the browser, %s, leaves one whole release',
    async (_name, what, isWritten) => {
      await publishNext(session, 2);
      await session.sync();
      await publishNext(session, 3);
      await syncUpTo(what, isWritten);
      session.own.host.isDown = true;
      await session.kill();
      await session.launch();
      // Not the first one, with which an empty profile would begin.
      await expectInForce(session, [2, 3]);
      session.own.host.isDown = false;
      await publishNext(session, 4);
      expect((await session.sync()).version).toBe(4);
      await expectInForce(session, [4]);
    },
  );
});
