import { expect, it } from 'vitest';
import { createPackageFetcher } from '../../src/platform/fetch-package-file.ts';

const LIMITS = { maxBytes: 4, milliseconds: 1_000 };
const FOLDER = 'chrome-extension://abc/list/';

function fetchWith(answer: () => Promise<Response>, asked: unknown[] = []) {
  const fetcher = createPackageFetcher(FOLDER, (input) => {
    asked.push(input);
    return answer();
  });
  return fetcher('metadata/1.root.json', LIMITS);
}

it('reads a file below its folder', async () => {
  const asked: unknown[] = [];
  const reply = await fetchWith(async () => new Response('four'), asked);
  expect(reply).toEqual({ kind: 'bytes', bytes: new TextEncoder().encode('four') });
  expect(asked).toEqual([`${FOLDER}metadata/1.root.json`]);
});

it.each([
  ['longer than it may be', async () => new Response('fiver'), 'too-large'],
  ['not there, as Chromium says it', () => Promise.reject(new TypeError('fetch')), 'missing'],
  ['not there, as a server says it', async () => new Response('', { status: 404 }), 'missing'],
])('says of a file that it is %s', async (_, answer, kind) => {
  expect(await fetchWith(answer)).toEqual({ kind });
});
