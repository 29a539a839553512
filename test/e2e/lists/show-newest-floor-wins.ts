import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { readStored } from './extension-database.ts';
import type { ListSession } from './list-session.ts';
import { expectInForce, publishNext } from './turning-releases.ts';

/** Of the release that an update ships and the one that was synced, the newer one counts. */
export async function showNewestFloorWins(session: ListSession): Promise<void> {
  const { host } = session.own;
  const packed = join(session.extension, 'list');
  const firstFloor = session.path('first-floor');
  cpSync(packed, firstFloor, { recursive: true });
  host.isDown = true;
  await publishNext(session, 2);
  await session.pack('0.1.1');
  await session.update();
  await session.waitForVersion(2);
  await expectInForce(session, [2]);

  host.isDown = false;
  await publishNext(session, 3);
  expect((await session.sync()).version).toBe(3);
  host.isDown = true;
  for (const [version, floor] of [
    ['0.1.2', undefined],
    ['0.1.3', firstFloor],
  ] as const) {
    if (floor !== undefined) {
      rmSync(packed, { recursive: true });
      cpSync(floor, packed, { recursive: true });
    }
    session.renumber(version);
    await session.update();
    await vi.waitFor(async () => {
      const state = await readStored(session, { store: 'state', key: 'generation' });
      expect(state).toMatchObject({ floorVersion: version });
    }, 20_000);
    await expectInForce(session, [3]);
  }
}
