import { expect, test } from 'vitest';
import {
  readCodeJson as json,
  runCodeCommand as run,
  findWrongUse as wrongUse,
} from './run-code.ts';

test('speaks English without --lang, French with it', async () => {
  const english = await run('commitment', '1');
  const french = await run('commitment', '1', '--lang', 'fr');
  expect([english.exit, french.exit]).toEqual([0, 0]);
  expect(english.text).toContain('Measure 1.1: ');
  expect(english.text).toContain('The Code names no website.');
  expect(french.text).toContain('Mesure 1.1\u00a0: ');
  expect(french.text).toContain('Le code ne nomme aucun site.');
});

test('shows what is not certain as unverified', async () => {
  const { text } = await run('commitment', '22');
  expect(text).toMatch(/Measure 22\.5: .* \(unverified\)/);
  expect(text).not.toMatch(/Measure 22\.2: .* \(unverified\)/);
});

test('the JSON has the documented keys', async () => {
  const commitment = await json('commitment', '1');
  expect(commitment).toMatchObject({
    edition: '2022',
    number: 1,
    lang: 'en',
    chapter: { id: 'II' },
    demonetisation: 'core',
    verified: true,
    note: null,
    readFrom: null,
  });
  expect(commitment.measures[0]).toMatchObject({ id: '1.1', verified: true, note: null });
  expect(await json('commitment', '4')).toMatchObject({ demonetisation: null, reason: null });
});

test('says which edition is in force, and what is known of the number there', async () => {
  const inForce = async (...args: readonly string[]) => {
    const { text } = await run('commitment', ...args);
    return text.split('\n').filter((line) => /^(In force now|En vigueur)/.test(line));
  };
  const start = 'In force now: Code of Conduct on Disinformation (2025); ';
  expect(await inForce('1')).toEqual([
    `${start}a report under it shows the same number and content.`,
  ]);
  expect(await inForce('40')).toEqual([
    `${start}whether number and content are the same here is not known.`,
  ]);
  expect(await inForce('44')).toEqual([`${start}it has 43 commitments, and none by this number.`]);
  expect(await inForce('3', '--edition', '2018')).toEqual([
    `${start}its commitments are numbered otherwise.`,
  ]);
  expect(await inForce('1', '--edition', '2025')).toEqual([]);
  expect(await inForce('1', '--lang', 'fr')).toHaveLength(1);
});

test('says in JSON how sure it is whom it binds, as the text does', async () => {
  expect(await json('commitment', '1')).toMatchObject({ bindsCertainty: 'high' });
  expect((await run('commitment', '1')).text).not.toMatch(/Asks this of.*\(unverified\)/);
  expect(await json('commitment', '2')).toMatchObject({ bindsCertainty: 'medium' });
  expect((await run('commitment', '2')).text).toMatch(/Asks this of.*\(unverified\)/);
});

test('explains "unverified" once where it is said', async () => {
  expect((await run('commitment', '22')).text.match(/“Unverified” means/g)).toHaveLength(1);
  expect((await run('commitment', '1')).text).not.toContain('“Unverified”');
  expect((await run('commitment', '22', '--lang', 'fr')).text).toContain('«\u00a0Non vérifié');
});

test('leads to the French page where one is known', async () => {
  const page = 'ec.europa.eu/fr/library/2022-strengthened-code-practice-disinformation';
  expect((await run('commitment', '1', '--lang', 'fr')).text).toContain(page);
  expect((await json('commitment', '1', '--lang', 'fr')).text).toContain(page);
  expect((await json('commitment', '1')).text).toContain(page.replace('/fr/', '/en/'));
  const conduct = await json('commitment', '1', '--lang', 'fr', '--edition', '2025');
  expect(conduct.text).toContain('/en/library/code-conduct-disinformation');
});

test('of 2025 says what it is read from', async () => {
  expect(await json('commitment', '2', '--edition', '2025')).toMatchObject({
    edition: '2025',
    verified: false,
    readFrom: { edition: '2022', certainty: 'medium' },
  });
  const { text } = await run('commitment', '40', '--edition', '2025');
  expect(text).toContain('whether number and content are the same here is not known');
});

test('tells what is recorded of the step to 2025: of the commitment first, then of the whole', async () => {
  const idsOf = async (...args: readonly string[]) => {
    const { changes } = await json('commitment', ...args);
    return changes.map(({ id }: { id: string }) => id);
  };
  const whole = await idsOf('20', '--edition', '2025');
  expect(whole).toContain('legal-nature');
  expect(whole).not.toContain('google');
  expect(await idsOf('1', '--edition', '2025')).toEqual([
    'commitment-1',
    'google',
    'linkedin',
    ...whole,
  ]);
  expect(await idsOf('13', '--edition', '2025')).toEqual(['political-ads', ...whole]);
  expect(await idsOf('14', '--edition', '2025')).toEqual(whole);
  expect(await idsOf('1')).toEqual([]);
});

test('shows each recorded change with its doubt and its sources', async () => {
  const { text } = await run('commitment', '4', '--edition', '2025');
  const [, told = ''] = text.split('Known of the step to the edition of 2025:\n');
  expect(told).toMatch(/^ {2}Google and Meta stopped .*\(unverified\)\n {4}Source: https:/);
  const french = await run('commitment', '4', '--edition', '2025', '--lang', 'fr');
  expect(french.text).toContain('passage à l’édition de 2025\u00a0:\n  Google et Meta');
  expect((await run('commitment', '4')).text).not.toContain('Known of the step');
});

test.each([
  [['45'], 'has no Commitment 45'],
  [['22', '--edition', '2018'], 'has no Commitment 22'],
  [['44', '--edition', '2025'], 'has no Commitment 44'],
  [['1', '--edition', '2020'], 'no edition 2020'],
  [['0'], 'no commitment'],
  [['1.1'], 'no commitment'],
  [['one'], 'no commitment'],
  [['1', '2'], 'One commitment at a time'],
  [['1', '--lang', 'de'], 'en or fr'],
  [['1', '--colour'], "Unknown option '--colour'"],
  [[], 'Which commitment?'],
])('%j is used wrongly: %s', async (args, message) => {
  expect(await wrongUse('commitment', ...args)).toContain(message);
});
