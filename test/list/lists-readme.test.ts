import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readProductLists } from '../../src/cli/product-lists.ts';
import { checkPolicy } from '../../src/list/check-policy.ts';
import { entrySchema } from '../../src/list/entry.ts';
import { readListFiles } from '../../src/list/read-list-files.ts';
import { isPublicSuffix } from '../../src/sync/public-suffix.ts';

const README = readFileSync(new URL('../../lists/README.md', import.meta.url), 'utf8');
const EXAMPLE = /```json\n(\{\n {2}"name".*?)```/s.exec(README)?.[1] ?? '';

test('shows an entry that passes the check of the list beside it', async () => {
  const own = new Map([['sources/example-truth.json', EXAMPLE]]);
  const { list, problems } = readListFiles(own, await readProductLists(), isPublicSuffix);
  expect(list.entries).toHaveLength(1);
  expect([...problems, ...checkPolicy(list, '2026-11-24')]).toEqual([]);
});

test('shows its keys in the order that it asks for', () => {
  const order = Object.keys(entrySchema.entries);
  expect(README).toContain(`in this order: ${order.map((key) => `\`${key}\``).join(', ')}.`);
  const keys = Object.keys(JSON.parse(EXAMPLE));
  expect(keys).toEqual(order.filter((key) => keys.includes(key)));
});
