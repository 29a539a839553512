import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectNoStrangers } from './lists/expect-no-strangers.ts';
import { ListSession } from './lists/list-session.ts';
import { showForgeryRefused } from './lists/show-forgery-refused.ts';
import { showNetworkCut } from './lists/show-network-cut.ts';
import { showNewestFloorWins } from './lists/show-newest-floor-wins.ts';
import { showQuietSync } from './lists/show-quiet-sync.ts';
import { showReleaseArrives } from './lists/show-release-arrives.ts';
import { showSecondList } from './lists/show-second-list.ts';
import { expectInForce, publishNext } from './lists/turning-releases.ts';

let session: ListSession;

beforeEach(async () => {
  session = await ListSession.start('firefox');
});
afterEach(() => session?.close());

describe('in Firefox a list with an address', () => {
  it('brings its next releases into open tabs, on demand and by the alarm', async () => {
    await showReleaseArrives(session);
    expectNoStrangers(session, ['list.test', 'example-truth.test', 'example-new.test']);
  });

  it('is asked for two files when nothing changed, and speaks on without a network', async () => {
    await showQuietSync(session);
    expectNoStrangers(session, ['list.test']);
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

  it('is one whole release after a crash of the browser in the middle of a swap', async () => {
    await publishNext(session, 2);
    await session.sync();
    await publishNext(session, 3);
    await session.evaluate(`{
      const { local } = api.extension.getBackgroundPage().browser.storage;
      const write = local.set.bind(local);
      const reached = new Promise((reach) => {
        local.set = (items) => {
          if (!('head' in items)) return write(items);
          reach();
          return new Promise(() => undefined);
        };
      });
      globalThis.standstill = reached;
    }`);
    session.begin('lists/sync', {});
    await session.evaluate('globalThis.standstill');
    session.own.host.isDown = true;
    await session.kill();
    await session.launch();
    // Not the first one, with which an empty profile would begin.
    await expectInForce(session, [2, 3]);
    session.own.host.isDown = false;
    await publishNext(session, 4);
    expect((await session.sync()).version).toBe(4);
    await expectInForce(session, [4]);
  });
});
