import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Answer,
  answerBytes,
  answerStream,
  type ListRequest,
} from '../support/list-server.ts';
import { dropDeltas, formatFailure, SyncTrial, TRIAL_NOW } from '../support/sync-trial.ts';

/*
 * What can go wrong between here and a list's server, at each request of a sync from release 1 to
 * release 2, through the real fetcher. Its siblings have the faults of a publisher, of this machine
 * and of clocks.
 */

/** The requests of a sync, in their order; the last one by the version of the list in force. */
const FILES = {
  root: 'metadata/2.root.json',
  'root after': 'metadata/3.root.json',
  timestamp: 'metadata/timestamp.json',
  snapshot: 'metadata/2.snapshot.json',
  targets: 'metadata/2.targets.json',
  context: 'context.bin',
  delta: 'delta-1-2.bin',
  sources: 'sources.bin',
} as const;
type Step = keyof typeof FILES;
const STEPS = Object.keys(FILES) as readonly Step[];

interface Fault {
  readonly name: string;
  readonly answer: Answer;
  /** What is remembered: of every file, or as the step has it; `fine` where the sync arrives. */
  readonly ends: string | Readonly<Partial<Record<Step, string>>>;
}

const HOUR = 3_600_000;
const flip = (bytes: Uint8Array) => bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte));
const page = () =>
  new Response('<!doctype html><p>Log in', {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
const status = (code: number, headers: Record<string, string> = {}) => {
  return () => new Response('', { status: code, headers });
};
function need({ path, body }: ListRequest): Uint8Array {
  if (body === undefined) throw new Error(`no such file: ${path}`);
  return body;
}
function* repeat(bytes: Uint8Array) {
  for (;;) yield bytes;
}
async function* drip(body: Uint8Array) {
  for (const byte of body) {
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    yield Uint8Array.of(byte);
  }
}
async function* breakOff(body: Uint8Array) {
  yield body.subarray(0, body.length / 2);
  throw new TypeError('network error');
}

/** For files that no signature names, for signed ones, and for files that are no metadata. */
function tell(first: string, named: string, target: string): Fault['ends'] {
  return {
    ...{ root: `${first} root`, timestamp: `${first} timestamp` },
    ...{ snapshot: `${named} snapshot`, targets: `${named} targets` },
    ...{ context: `${target} targets/context.bin`, sources: `${target} targets/sources.bin` },
    // The whole list stands in for it.
    delta: 'fine',
  };
}

const FAULTS: readonly Fault[] = [
  {
    name: 'the server is gone',
    answer: () => Promise.reject(new TypeError('Failed to fetch')),
    ends: 'unreachable',
  },
  {
    name: 'the connection breaks in the middle',
    answer: (request) => answerStream(breakOff(need(request)), request.signal),
    ends: 'cut-short',
  },
  { name: 'a page of a portal', answer: page, ends: 'wrong-type' },
  {
    name: 'a picture',
    answer: () => new Response('GIF89a', { headers: { 'content-type': 'image/gif' } }),
    ends: 'wrong-type',
  },
  {
    name: 'a portal that calls its page a file',
    answer: async () => answerBytes(new Uint8Array(await page().arrayBuffer())),
    ends: {
      ...(tell('not-metadata', 'wrong-length', 'cut-short') as object),
      'root after': 'not-metadata root',
    },
  },
  {
    name: '404',
    answer: status(404),
    // No new root is the normal answer; this one's keys for the other roles are those of before.
    ends: { ...(tell('missing-file', 'missing-file', 'missing-file') as object), root: 'fine' },
  },
  {
    name: '429, come back in an hour',
    answer: status(429, { 'retry-after': '3600' }),
    ends: 'status 429',
  },
  { name: '500', answer: status(500), ends: 'status 500' },
  { name: '503', answer: status(503), ends: 'status 503' },
  {
    name: 'a body without end',
    answer: ({ signal }) => answerStream(repeat(new Uint8Array(64 * 1024)), signal),
    ends: {
      ...(tell('too-large', 'too-large', 'wrong-length') as object),
      'root after': 'too-large root',
    },
  },
  {
    name: 'a byte is another',
    answer: (request) => answerBytes(flip(need(request))),
    ends: tell('not-metadata', 'wrong-hash', 'wrong-hash'),
  },
  {
    name: 'a byte more',
    answer: (request) => answerBytes(Buffer.concat([need(request), Buffer.from(' ')])),
    // A space behind JSON is no part of what is signed.
    ends: {
      ...(tell('', 'too-large', 'wrong-length') as object),
      ...{ root: 'fine', timestamp: 'fine' },
    },
  },
  {
    name: 'as long, and no JSON',
    answer: (request) => answerBytes(need(request).map(() => 0x78)),
    ends: tell('not-metadata', 'wrong-hash', 'wrong-hash'),
  },
];

const cutAfter = (tenths: number): Fault => ({
  name: `cut short after ${tenths} tenths`,
  answer: (request) => {
    const body = need(request);
    return answerBytes(body.subarray(0, Math.floor((body.length * tenths) / 10)));
  },
  ends: tell('not-metadata', 'wrong-length', 'cut-short'),
});

/** What stands in the subscription after a fault at a step; undefined where it cannot happen. */
function expectEnd({ ends }: Fault, step: Step): string | undefined {
  if (typeof ends !== 'string') return ends[step];
  // A server that says when to come back is not asked for more at once.
  if (step === 'delta' && ends !== 'status 429') return 'fine';
  const file = FILES[step];
  return `${ends} ${file.startsWith('metadata/') ? file : `targets/${file}`}`;
}

const CASES = FAULTS.flatMap((fault) =>
  STEPS.flatMap((step) => {
    const needsFile = fault.name.startsWith('the connection breaks');
    const end = step === 'root after' && needsFile ? undefined : expectEnd(fault, step);
    return end === undefined ? [] : [{ ...fault, step, end }];
  }),
);

const table: string[] = [];
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => {
  // The table that a reader of the test's output asks for.
  console.log([`${'fault, at which file'.padEnd(60)}  in force, and why`, ...table].join('\n'));
});

/** The last file is the delta, or the whole list where none is signed. */
function startAt(step: Step): Promise<SyncTrial> {
  const changes = step === 'sources' ? { targets: dropDeltas } : {};
  return SyncTrial.start((trial) => trial.publishSecond({ changes }));
}

function failAt({ server }: SyncTrial, step: Step, answer: Answer): void {
  server.fault = (path) => (path.endsWith(FILES[step]) ? answer : undefined);
}

async function expectEndOf(trial: SyncTrial, end: string): Promise<void> {
  const inForce = await trial.readForce();
  const subscription = await trial.readSubscription();
  expect(formatFailure(subscription?.failure)).toBe(end);
  expect(inForce).toBe(end === 'fine' ? 'release 2' : 'release 1');
  expect(subscription?.failureSince).toBe(end === 'fine' ? undefined : TRIAL_NOW);
}

async function expectArrival(trial: SyncTrial, end: string, name: string): Promise<void> {
  await expectEndOf(trial, end);
  table.push(`${name.padEnd(60)}  ${await trial.readForce()}: ${end}`);
  expect(await trial.machine.store.repair()).toBe('unchanged');
  trial.server.fault = () => undefined;
  expect((await trial.sync()).kind).toBe(end === 'fine' ? 'unchanged' : 'updated');
  expect(await trial.readForce()).toBe('release 2');
  expect((await trial.readSubscription())?.failure).toBeUndefined();
}

describe('without a fault', () => {
  it.each([
    ['a delta', 'delta'],
    ['the whole list', 'sources'],
  ] as const)('a sync asks for each file once: %s', async (_name, step) => {
    const trial = await startAt(step);
    expect(await trial.sync()).toEqual({ kind: 'updated' });
    const skipped = step === 'delta' ? 'sources' : 'delta';
    const wanted = STEPS.filter((each) => each !== skipped).map((each) => FILES[each]);
    const asked = trial.server.asked.map((path) => path.replace(/^targets\/[0-9a-f]{64}\./, ''));
    expect(asked).toEqual(wanted);
    expect(await trial.readForce()).toBe('release 2');
  });
});

describe('the last good list stays in force, or the next one is whole, after', () => {
  it.each(CASES)('$name: $step', async ({ name, step, answer, end }) => {
    const trial = await startAt(step);
    failAt(trial, step, answer);
    await trial.sync();
    await expectArrival(trial, end, `${name}: ${step}`);
  });

  it.each(STEPS.filter((step) => step !== 'root after'))(
    'a file cut at each tenth: %s',
    async (step) => {
      let trial = await startAt(step);
      let end = '';
      for (let tenths = 0; tenths < 10; tenths++) {
        const fault = cutAfter(tenths);
        end = expectEnd(fault, step) ?? '';
        // After a sync that arrives in spite of it, the next one has nothing to ask for.
        if (tenths > 0 && end === 'fine') trial = await startAt(step);
        failAt(trial, step, fault.answer);
        await trial.sync();
        await expectEndOf(trial, end);
      }
      await expectArrival(trial, end, `cut short after 0, 1 … 9 tenths: ${step}`);
    },
  );

  it.each(STEPS)('a server that drips: %s', async (step) => {
    const trial = await startAt(step);
    // Of each file some bytes come in time: it is the whole that takes too long.
    failAt(trial, step, ({ body, signal }) =>
      answerStream(drip(body ?? new Uint8Array(64)), signal),
    );
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let isOver = false;
    const sync = trial.sync().finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await vi.advanceTimersByTimeAsync(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await sync;
    vi.useRealTimers();
    const file = FILES[step];
    const path = file.startsWith('metadata/') ? file : `targets/${file}`;
    await expectArrival(trial, step === 'delta' ? 'fine' : `timeout ${path}`, `a drip: ${step}`);
  });
});

describe('a server that asks for time', () => {
  it.each(STEPS)('is not asked again before, nor for another file: %s', async (step) => {
    const trial = await startAt(step);
    failAt(trial, step, status(429, { 'retry-after': '3600' }));
    await trial.sync();
    expect(trial.server.asked.at(-1)).toContain(FILES[step]);
    expect((await trial.readSubscription())?.nextAttempt).toBe(TRIAL_NOW + HOUR);
  });
});
