import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createListFetcher } from '../../src/platform/fetch-list-file.ts';

const ADDRESS = 'https://list.test/lists/';
const LIMITS = { maxBytes: 10, milliseconds: 1_000 };

let asked: { url: string; init: RequestInit | undefined }[];
beforeEach(() => {
  asked = [];
});
afterEach(() => {
  vi.useRealTimers();
});

/** What a server would answer; `url` is where redirects led. */
function serve(answer: () => Response | Promise<Response>, url?: string) {
  return createListFetcher(ADDRESS, async (input, init) => {
    asked.push({ url: String(input), init });
    const response = await answer();
    Object.defineProperty(response, 'url', { value: url ?? String(input) });
    return response;
  });
}
const bytes = (text: string) => new TextEncoder().encode(text);
const fail = (failure: object) => ({ kind: 'failed', failure: expect.objectContaining(failure) });

describe('a file of a list', () => {
  it('is asked for below the address, with nothing of the reader', async () => {
    const fetchFile = serve(() => new Response('list'));
    expect(await fetchFile('metadata/timestamp.json', LIMITS)).toMatchObject({
      kind: 'bytes',
      bytes: bytes('list'),
    });
    expect(asked[0]?.url).toBe('https://list.test/lists/metadata/timestamp.json');
    expect(asked[0]?.init).toMatchObject({
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  });

  it('tells the server’s clock where it has one', async () => {
    const headers = { date: 'Wed, 25 Nov 2026 10:00:00 GMT' };
    const fetchFile = serve(() => new Response('list', { headers }));
    expect(await fetchFile('a', LIMITS)).toMatchObject({
      serverTime: Date.parse('2026-11-25T10:00:00Z'),
    });
  });

  it.each([
    ['to the last allowed byte', '0123456789', 'bytes'],
    ['not a byte more', '0123456789+', 'too-large'],
  ])('is read %s', async (_name, text, kind) => {
    expect(await serve(() => new Response(text))('a', LIMITS)).toMatchObject({ kind });
  });

  it('is not read on once it is too large', async () => {
    let chunks = 0;
    const endless = new ReadableStream({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(4));
      },
    });
    expect(await serve(() => new Response(endless))('a', LIMITS)).toEqual({ kind: 'too-large' });
    expect(chunks).toBeLessThan(6);
  });

  it.each([[403], [404], [410]])('is missing by status %i', async (status) => {
    expect(await serve(() => new Response('', { status }))('a', LIMITS)).toEqual({
      kind: 'missing',
    });
  });

  it.each([
    ['seconds', { 'retry-after': '120' }, 120_000],
    [
      'a date by the server’s own clock',
      {
        'retry-after': 'Wed, 25 Nov 2026 10:05:00 GMT',
        date: 'Wed, 25 Nov 2026 10:00:00 GMT',
      },
      300_000,
    ],
    ['more than a day', { 'retry-after': '999999' }, 86_400_000],
  ])('that must be waited for says so in %s', async (_name, headers, retryAfter) => {
    const fetchFile = serve(() => new Response('', { status: 429, headers }));
    expect(await fetchFile('a', LIMITS)).toEqual(
      fail({ reason: 'status', status: 429, retryAfter }),
    );
  });

  it.each([[500], [502], [503], [206], [304]])('is none by status %i', async (status) => {
    const fetchFile = serve(() => new Response(status === 304 ? null : '', { status }));
    expect(await fetchFile('a', LIMITS)).toEqual(fail({ reason: 'status', status, file: 'a' }));
  });

  it('leaves the body of an answer that is none unread', async () => {
    const body = new ReadableStream(
      {
        pull() {
          throw new Error('was read');
        },
      },
      { highWaterMark: 0 },
    );
    const fetchFile = serve(() => new Response(body, { status: 500 }));
    expect(await fetchFile('a', LIMITS)).toEqual(fail({ reason: 'status' }));
  });

  it.each([
    ['text/html; charset=utf-8', 'wrong-type'],
    ['image/png', 'wrong-type'],
  ])('is no %s', async (type, reason) => {
    const fetchFile = serve(() => new Response('x', { headers: { 'content-type': type } }));
    expect(await fetchFile('a', LIMITS)).toEqual(fail({ reason }));
  });

  it.each([['application/json'], ['application/octet-stream'], ['text/plain'], ['']])(
    'may be sent as "%s"',
    async (type) => {
      const fetchFile = serve(() => new Response('x', { headers: { 'content-type': type } }));
      expect(await fetchFile('a', LIMITS)).toMatchObject({ kind: 'bytes' });
    },
  );

  it('is refused from another origin, and not from another path', async () => {
    const answer = () => new Response('x');
    expect(await serve(answer, 'https://cdn.test/a')('a', LIMITS)).toEqual(
      fail({ reason: 'redirected', detail: 'https://cdn.test' }),
    );
    expect(await serve(answer, 'http://list.test/a')('a', LIMITS)).toEqual(
      fail({ reason: 'redirected' }),
    );
    expect(await serve(answer, 'https://list.test/b')('a', LIMITS)).toMatchObject({
      kind: 'bytes',
    });
  });

  it('is given up when the server cannot be reached', async () => {
    const fetchFile = createListFetcher(ADDRESS, () =>
      Promise.reject(new TypeError('Failed to fetch')),
    );
    expect(await fetchFile('a', LIMITS)).toEqual(fail({ reason: 'unreachable' }));
  });

  it('is given up when the connection breaks in the middle', async () => {
    let isFirst = true;
    const body = new ReadableStream({
      pull(controller) {
        if (isFirst) controller.enqueue(new Uint8Array(2));
        else controller.error(new TypeError('network error'));
        isFirst = false;
      },
    });
    expect(await serve(() => new Response(body))('a', LIMITS)).toEqual(
      fail({ reason: 'cut-short', file: 'a' }),
    );
  });

  describe('that drips', () => {
    beforeEach(() => vi.useFakeTimers());

    /** A server that sends a byte every so often, until nobody reads on. */
    function drip(everyMilliseconds: number) {
      return createListFetcher(ADDRESS, async (_input, init) => {
        const body = new ReadableStream({
          start(controller) {
            const timer = setInterval(
              () => controller.enqueue(new Uint8Array(1)),
              everyMilliseconds,
            );
            init?.signal?.addEventListener('abort', () => {
              clearInterval(timer);
              controller.error(new DOMException('Aborted.', 'AbortError'));
            });
          },
        });
        return new Response(body);
      });
    }

    it.each([
      ['past its time', 300, 1_000, 1_000],
      ['for a quarter of an hour, whatever its time', 20_000, 3_600_000, 900_000],
      ['and then sends nothing for half a minute', 30_001, 3_600_000, 30_000],
    ])('is given up when it does so %s', async (_name, every, milliseconds, end) => {
      let reply: unknown;
      void drip(every)('a', { maxBytes: 1_000, milliseconds }).then((value) => {
        reply = value;
      });
      await vi.advanceTimersByTimeAsync(end - 1);
      expect(reply).toBeUndefined();
      await vi.advanceTimersByTimeAsync(2);
      expect(reply).toEqual(fail({ reason: 'timeout', file: 'a' }));
    });

    it('is given up when nobody answers for half a minute', async () => {
      const reply = createListFetcher(
        ADDRESS,
        (_input, init) =>
          new Promise((_, reject) => {
            init?.signal?.addEventListener('abort', () => reject(new Error('Aborted.')));
          }),
      )('a', { maxBytes: 10, milliseconds: 3_600_000 });
      await vi.advanceTimersByTimeAsync(30_000);
      expect(await reply).toEqual(fail({ reason: 'timeout' }));
    });
  });
});
