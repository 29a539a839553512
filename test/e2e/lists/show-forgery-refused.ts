import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { changeStored } from './extension-database.ts';
import type { ListSession } from './list-session.ts';
import { expectInForce, publishNext } from './turning-releases.ts';

const TIMESTAMP = 'metadata/timestamp.json';
const DAY_MILLISECONDS = 86_400_000;

/** What was tampered with or taken back is refused, and said to be so. */
export async function showForgeryRefused(session: ListSession): Promise<void> {
  const { repository, host } = session.own;
  const first = session.path('first-release');
  cpSync(repository.dir, first, { recursive: true });
  await publishNext(session, 2);
  const signed = readFileSync(join(repository.dir, TIMESTAMP), 'utf8');
  const forged = signed.replace(/"version": ?2/, '"version":3');
  expect(forged).not.toBe(signed);
  host.forge(TIMESTAMP, Buffer.from(forged));
  expect(await session.sync()).toMatchObject({
    version: 1,
    failure: { reason: 'signatures', role: 'timestamp' },
  });
  await expectInForce(session, [1]);

  host.forge(TIMESTAMP, undefined);
  const mended = await session.sync();
  expect(mended.version).toBe(2);
  expect(mended.failure).toBeUndefined();

  host.folder = first;
  // An edge of a content network may lag: told once it has done so for a day.
  expect((await session.sync()).failure).toBeUndefined();
  const failureSince = Date.now() - DAY_MILLISECONDS;
  await changeStored(session, { store: 'subscriptions', key: 'test-list' }, { failureSince });
  expect(await session.sync()).toMatchObject({
    version: 2,
    failure: { reason: 'rollback', role: 'timestamp', have: 2, got: 1 },
  });
  await expectInForce(session, [2]);
}
