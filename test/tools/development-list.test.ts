import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepareDevelopmentKeys } from '../../tools/development-list.ts';
import { makeFolder } from '../support/list-folder.ts';

test('makes the keys of a machine once', async () => {
  const keys = join(makeFolder(), 'keys');
  await prepareDevelopmentKeys(keys);
  const ring = readFileSync(join(keys, 'keys.json'), 'utf8');
  await prepareDevelopmentKeys(keys);
  expect(readFileSync(join(keys, 'keys.json'), 'utf8')).toBe(ring);
});

test('makes them anew where a build broke off while it made them', async () => {
  const keys = join(makeFolder(), 'keys');
  await prepareDevelopmentKeys(keys);
  const before = readdirSync(join(keys, 'private'));
  rmSync(join(keys, 'keys.json'));
  await prepareDevelopmentKeys(keys);
  const after = readdirSync(join(keys, 'private'));
  expect(after).toHaveLength(4);
  expect(after.filter((name) => before.includes(name))).toEqual([]);
});
