import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const COMMENTS = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/gm;

function findStraight(code: string): readonly string[] {
  return code.replace(COMMENTS, '').match(/[a-z]+\\?'(?:s|t|re|ll|ve|d)\b/gi) ?? [];
}

test.each([
  ["io.print(`It can't be read.`);", ["can't"]],
  ["io.print(`It can’t be read.`); // can't", []],
  ["const names = ['a', 's'];", []],
])('of %j finds %j', (code, found) => {
  expect(findStraight(code)).toEqual(found);
});

test('the command line writes apostrophes as the rest of the product does', () => {
  const files = readdirSync('src/cli', { recursive: true, encoding: 'utf8' });
  const straight = files
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      findStraight(readFileSync(join('src/cli', name), 'utf8')).map((word) => `${name}: ${word}`),
    );
  expect(straight).toEqual([]);
});
