import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCompiledList } from '../../src/cli/write-compiled-list.ts';
import { readToday } from '../../src/platform/clock.ts';
import { entry, type Fields, factCheck, LIST_INFO, ORGANISATIONS } from '../support/list-files.ts';

/** Days around today: a test list must hold on the day the test runs, whatever day that is. */
function addDays(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return readToday(day);
}

const current: Fields = {
  listed: addDays(-30),
  reviewed: addDays(-30),
  reviewBy: addDays(300),
};

/** A small list with every kind of verdict in it; hosts lead to the stand-in web. */
const SOURCES: Readonly<Record<string, Fields>> = {
  'example-truth': entry({
    ...current,
    name: 'Example Truth',
    scopes: ['example-truth.test', 'example-truth.co.uk'],
  }),
  'example-channel': entry({
    ...current,
    name: 'Example Channel',
    scopes: ['t.me/examplechannel'],
  }),
  'example-account': entry({
    ...current,
    name: 'Example Account',
    scopes: ['x.com/ExampleAccount'],
  }),
  'example-contested': entry({
    ...current,
    name: 'Example Contested',
    scopes: ['contested.test'],
    state: 'appealed',
    reply: {
      text: 'We stand by our report and have sent our documents.',
      url: 'https://contested.test/reply',
      date: addDays(-3),
      proof: 'well-known',
    },
  }),
  'example-suspended': entry({ ...current, scopes: ['suspended.test'], state: 'suspended' }),
  'example-lapsed': entry({ ...current, scopes: ['lapsed.test'], reviewBy: addDays(-1) }),
  'example-exception': entry({
    ...current,
    scopes: ['archive.example-truth.test'],
    state: 'removed',
  }),
  'example-old': entry({
    ...current,
    name: 'Example Old',
    scopes: ['old.test'],
    evidence: [factCheck({ date: '2017-05' }), factCheck({ by: 'second-checker', date: '2016' })],
  }),
};

/** Writes the list compiled as of today, or so many days ago, into an extension's `list` folder. */
export async function writeTestList(outDir: string, ageDays = 0): Promise<void> {
  const folder = join(outDir, '..', 'list-source');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'sources'), { recursive: true });
  for (const [slug, fields] of Object.entries(SOURCES)) {
    writeFileSync(join(folder, 'sources', `${slug}.json`), JSON.stringify(fields));
  }
  writeFileSync(join(folder, 'list.json'), JSON.stringify(LIST_INFO));
  writeFileSync(
    join(folder, 'organisations.json'),
    JSON.stringify({ organisations: ORGANISATIONS }),
  );
  await writeCompiledList(folder, outDir, { today: addDays(-ageDays) });
}
