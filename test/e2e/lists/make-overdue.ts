import { changeStored } from './extension-database.ts';
import type { ListSession } from './list-session.ts';

/** Lets the time of the next sync come: the alarm goes off. */
export async function makeOverdue(session: ListSession): Promise<void> {
  await changeStored(session, { store: 'subscriptions', key: 'test-list' }, { nextAttempt: 1 });
  await session.evaluate(`api.alarms.create('sync', { when: Date.now() })`);
}
