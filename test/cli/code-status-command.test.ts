import { expect, test } from 'vitest';
import { statusToJson } from '../../src/cli/code-status-json.ts';
import { describeStatus } from '../../src/cli/describe-status.ts';
import { statusOn } from '../../src/code-of-practice/status-on.ts';
import { readCatalogue } from '../code-of-practice/read-code-files.ts';
import {
  readCodeJson as json,
  runCodeCommand as run,
  findWrongUse as wrongUse,
} from './run-code.ts';

test('twitter is a signatory on the eve of its exit', async () => {
  const { exit, text } = await run('status', 'twitter', '--on', '2023-05-25');
  expect(exit).toBe(0);
  expect(text).toContain('Signatory of the Code of 2022 since 16 June 2022.');
  expect(text).toContain('signed the Code of 2018');
  expect(text).not.toContain('26 May 2023');
});

test('twitter was one until 26 May 2023 on the day after, with the duties to come', async () => {
  const { exit, text } = await run('status', 'twitter', '--on', '2023-05-27');
  expect(exit).toBe(0);
  expect(text).toContain('Was a signatory of the Code of 2022 until 26 May 2023. It withdrew.');
  expect(text).toContain('duties apply from 25 August 2023; on this day they don’t apply yet');
  for (const article of ['34', '35', '37', '45']) expect(text).toContain(`Article ${article}`);
});

test('the day of leaving says so', async () => {
  const { text } = await run('status', 'twitter', '--on', '2023-05-26');
  expect(text).toContain(
    'Signatory of the Code of 2022 since 16 June 2022. It withdrew on this day.',
  );
});

test.each(['twitter', 'TWITTER', 'x', 'X', 'x.com', 'twitter.com'])('%s is X', async (name) => {
  const { input, service } = await json('status', name);
  expect([input, service.id]).toEqual([name, 'x']);
});

test('without --on, today decides; --at is the same as --on', async () => {
  expect((await json('status', 'x')).on).toBe('2026-11-24');
  expect((await json('status', 'x', '--at', '2023-05-25')).code.kind).toBe('signatory');
});

test('a name may have spaces without quotes', async () => {
  expect((await json('status', 'Google', 'Search')).service.id).toBe('google-search');
});

test('the JSON has the documented keys, ISO days, and null for the unknown', async () => {
  const status = await json('status', 'twitter', '--on', '2023-05-27');
  expect(Object.keys(status)).toEqual([
    'input',
    'on',
    'known',
    'service',
    'edition',
    'code',
    'related',
    'dsa',
  ]);
  expect(status.code).toMatchObject({
    kind: 'was',
    edition: '2022',
    since: '2022-06-16',
    until: '2023-05-26',
    ended: 'withdrawal',
    verified: true,
    demonetisation: [],
  });
  expect(status.dsa).toMatchObject({
    kind: 'designated',
    size: 'VLOP',
    designated: '2023-04-25',
    dutiesFrom: '2023-08-25',
    ended: null,
  });
});

test('the eve says nothing of the end, in JSON neither', async () => {
  const { code } = await json('status', 'twitter', '--on', '2023-05-25');
  expect(code).toMatchObject({ kind: 'signatory', until: null, ended: null, note: null });
});

test('an unknown service is no record, not "did not sign", and no fault', async () => {
  const { exit, text } = await run('status', 'nobody.test');
  expect(exit).toBe(0);
  expect(text).toContain('no record');
  expect(text).toContain('doesn’t mean that it did not sign');
  const status = await json('status', 'nobody.test');
  expect(status.service).toBeNull();
  expect(status.code).toMatchObject({
    kind: 'no-record',
    edition: null,
    since: null,
    until: null,
  });
  expect(status.dsa).toMatchObject({ kind: 'no-record', designated: null, dutiesFrom: null });
});

test('an owner’s signature is named and not inherited', async () => {
  const { text } = await run('status', 'xandr');
  expect(text).toContain('Its owner Microsoft signed the Code of Conduct of 2025');
  expect(text).toContain('none is inherited');
});

test('what a report of March 2025 says is told as that', async () => {
  for (const name of ['google', 'facebook', 'tiktok', 'microsoft advertising']) {
    const { text } = await run('status', name);
    expect(text).toMatch(/Commitment 1: subscribed .* as reported in March 2025 \(unverified\)/);
  }
});

test('a day after our knowledge says where that ends', async () => {
  const { text } = await run('status', 'x', '--on', '2027-01-01');
  expect(text).toContain('As known on 24 November 2026; later is not known.');
  expect((await run('status', 'x')).text).not.toContain('later is not known');
});

test.each(['2023-02-30', '2023-5-27', '27.05.2023', 'yesterday', '2023-05', ''])(
  '%j is no day',
  async (day) => {
    expect(await wrongUse('status', 'x', '--on', day)).toContain('no day that exists');
  },
);

test('says "unverified" once a line, and what it means once', () => {
  const catalogue = readCatalogue();
  for (const { id } of catalogue.services) {
    for (const day of ['2018-10-16', '2022-06-16', '2024-01-01', '2026-11-24']) {
      const lines = describeStatus(catalogue, id, statusOn(catalogue, id, day));
      for (const line of lines) expect(line.split('(unverified').length, line).toBeLessThan(3);
      const marked = lines.filter((line) => line.includes('(unverified')).length;
      const told = lines.filter((line) => line.startsWith('“Unverified” means')).length;
      expect(told, `${id} on ${day}`).toBe(Math.min(1, marked));
    }
  }
});

test('goes back from the newest edition', async () => {
  const { text } = await run('status', 'meta');
  const years = [...text.matchAll(/Before that, signed the Code of (\d{4})/g)];
  expect(years.map(([, year]) => year)).toEqual(['2022', '2018']);
});

test('tells no earlier day of an exit', async () => {
  for (const day of ['2018-10-16', '2022-06-16']) {
    expect((await run('status', 'twitter', '--on', day)).text).not.toMatch(/May 2023|withdr/);
  }
});

test('one measure is a Measure', async () => {
  const { text } = await run('status', 'linkedin');
  expect(text).toContain('subscribed (Measure 1.3)');
  expect(text).toContain('subscribed (Measures 2.1, 2.3, 2.4)');
});

test('tells below each subscription what is to be known of it, and where it can be read', async () => {
  const { text } = await run('status', 'linkedin');
  const [first, ...below] = text.slice(text.indexOf('  Commitment 1: ')).split('\n');
  expect(first).toContain('subscribed (Measure 1.3)');
  expect(below.slice(0, 3)).toEqual([
    '    One stored copy of this report lists Measure 1.1 but gives the text of Measure 1.3.',
    '    Source: https://www.disinfocode.eu/reports/microsoft-linkedin/6/text',
    expect.stringContaining('  Commitment 2: '),
  ]);
  // The signature's own sources stand with it, above.
  expect(text.indexOf('  Source: ')).toBeLessThan(text.indexOf('  Commitment 1: '));
});

test('tells which months a report covers', async () => {
  const { text } = await run('status', 'google');
  expect(text).toContain('    The report covers July 2024 to December 2024.\n');
  const [first] = (await json('status', 'google')).code.demonetisation;
  expect(first.covers).toBe('2024-07/2024-12');
  expect((await json('status', 'linkedin')).code.demonetisation.at(-1).covers).toBeNull();
});

test('offers names that are near to an unknown one, and answers for none', async () => {
  expect((await run('status', 'tiktk')).text).toMatch(/no record[\s\S]*Did you mean TikTok\?$/);
  expect((await run('status', 'nobody.test')).text).not.toContain('Did you mean');
  expect(await json('status', 'tiktk')).toMatchObject({ service: null });
});

test('--on and --at may not differ', async () => {
  const days = ['--on', '2023-05-25', '--at'];
  expect(await wrongUse('status', 'x', ...days, '2023-05-26')).toContain('give one of them');
  expect((await json('status', 'x', ...days, '2023-05-25')).on).toBe('2023-05-25');
});

test('two services at once are used wrongly', async () => {
  expect(await wrongUse('status', 'x', 'tiktok')).toContain('One service at a time');
  expect(await wrongUse('status', 'nobody', 'known')).toContain('quote it: "nobody known"');
  expect((await run('status', 'nobody known')).text).toContain('no record');
});

test('a service must be named', async () => {
  expect(await wrongUse('status')).toBe('Which service?');
  expect(await wrongUse('status', ' ')).toBe('Which service?');
});

test('nothing printed of any service on any day is given as remembered or left blank', () => {
  const catalogue = readCatalogue();
  const printed: string[] = [];
  for (const { id } of catalogue.services) {
    for (const day of ['2017-01-01', '2019-06-01', '2023-05-26', '2024-06-01', '2026-11-24']) {
      const status = statusOn(catalogue, id, day);
      printed.push(...describeStatus(catalogue, id, status));
      printed.push(JSON.stringify(statusToJson(catalogue, id, status)));
    }
  }
  expect(printed.join('\n')).not.toMatch(/from memory|undefined|NaN|Invalid|\[object|\(\)/);
});
