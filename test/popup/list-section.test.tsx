// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { ShownList } from '../../src/messages/described-address.ts';
import { FINDING, VIEWS } from './example-views.ts';
import { openPopup } from './open-popup.tsx';

async function readList(changes: Partial<ShownList>): Promise<string> {
  const list = { ...FINDING.list, ...changes };
  const { read } = await openPopup({ ...VIEWS.listed, findings: [{ ...FINDING, list }] });
  return read('main');
}

describe('the list that lists the page', () => {
  test.each<[Partial<ShownList>, string]>([
    [{ ageDays: 4 }, '1204, published 20 Nov 2026 (4 days old)'],
    [{ ageDays: 0 }, '1204, published 20 Nov 2026 (today)'],
    [
      { confirmedOn: '2026-11-23', ageDays: 1 },
      'Last confirmed by its publisher on 23 Nov 2026 (1 day old).',
    ],
    [{ ageDays: 50, maxStaleDays: 60 }, 'It is getting old: unless it is renewed'],
    [{ isDevelopment: true }, 'Development list · It is signed with a key made for trying'],
    [{ setAside: 2 }, '2 entries need a newer Demonitor and were set aside.'],
  ])('%j says %s', async (changes, said) => {
    expect(await readList(changes)).toContain(said);
  });

  test('is not called old or a development list without reason', async () => {
    const words = await readList({ ageDays: 4, maxStaleDays: 60 });
    expect(words).not.toContain('getting old');
    expect(words).not.toContain('Development list');
    expect(words).not.toContain('Last confirmed');
  });
});
