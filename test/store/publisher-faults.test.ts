import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildDelta } from '../../src/list/build-delta.ts';
import { makeGzipBomb } from '../support/gzip-bomb.ts';
import { entry, factCheck } from '../support/list-files.ts';
import { TEST_CONTEXT, type UnsignedRelease } from '../support/list-repository.ts';
import { makeList } from '../support/make-list.ts';
import { type Fields, hashText } from '../support/signed-repository.ts';
import { dropDeltas, formatFailure, LASTING, SyncTrial } from '../support/sync-trial.ts';

/*
 * What a publisher can sign and should not have: by a fault of his tools, or because somebody else
 * has his keys.
 */

const whole = { changes: { targets: dropDeltas } };

interface Fault {
  readonly name: string;
  readonly publish: (trial: SyncTrial) => void;
  /** A file that it must have asked for. */
  readonly tries?: string;
  /** What is remembered; `fine` where the sync arrives in spite of it. */
  readonly end: string;
}

function spoilWhole(spoil: (unsigned: UnsignedRelease) => void): Fault['publish'] {
  return (trial) => trial.publishSecond({ ...whole, spoil });
}
function spoil(change: (unsigned: UnsignedRelease) => void): Fault['publish'] {
  return (trial) => trial.publishSecond({ spoil: change });
}
function list(...sources: Parameters<typeof makeList>): Fault['publish'] {
  return (trial) => trial.publishSecond(whole, makeList(...sources));
}
const unlisted = (fields: Fields) => entry({ slug: 'a-fault', ...fields });
/** The text after `files` were spoiled, with what must then be said of it. */
function putContext({ files, custom }: UnsignedRelease, text: string, fields: Fields = {}): void {
  files['context.bin'] = gzipSync(text);
  custom['context.bin'] = { digest: hashText(text), bytes: text.length, ...fields };
}
const DELTA = 'delta-1-2.bin';
const LONG_EVIDENCE = Array.from({ length: 600 }, (_, at) =>
  factCheck({ claim: [1, 2, 3, 4, 5, 6].map((part) => hashText(`${at} ${part}`)).join(' ') }),
);
const START = '{"format":1,"list":';

const FAULTS: readonly Fault[] = [
  {
    name: 'a list that unzips to 4 GB',
    publish: spoilWhole(({ files }) => {
      files['sources.bin'] = makeGzipBomb(START, 4);
    }),
    end: 'wrong-length sources.bin',
  },
  {
    name: 'a list of 4 GB, and said to be so long',
    publish: spoilWhole(({ files, custom }) => {
      files['sources.bin'] = makeGzipBomb(START, 4);
      custom['sources.bin'] = { ...custom['sources.bin'], bytes: 5e9 };
    }),
    end: 'unsafe-list',
  },
  {
    name: 'a delta that unzips to 80 MB',
    // Beside a list that is longer still.
    publish: (trial) =>
      trial.publishSecond(
        {
          spoil: ({ files }) => {
            files[DELTA] = makeGzipBomb(START, 80 / 1024);
          },
        },
        makeList(['coming.test', unlisted({ evidence: LONG_EVIDENCE }), ...LASTING]),
      ),
    end: 'fine',
    tries: DELTA,
  },
  {
    name: 'a context that unzips to 4 GB',
    publish: spoil(({ files }) => {
      files['context.bin'] = makeGzipBomb(START, 4);
    }),
    end: 'wrong-length context.bin',
  },
  {
    name: 'a context of 4 GB, and said to be so long',
    publish: spoil(({ files, custom }) => {
      files['context.bin'] = makeGzipBomb(START, 4);
      custom['context.bin'] = { ...custom['context.bin'], bytes: 5e9 };
    }),
    end: 'too-large context.bin',
  },
  {
    name: 'a list said to be a byte shorter',
    publish: spoilWhole(({ custom }) => {
      const { bytes } = custom['sources.bin'] ?? {};
      custom['sources.bin'] = { ...custom['sources.bin'], bytes: bytes - 1 };
    }),
    end: 'wrong-length sources.bin',
  },
  {
    name: 'a list said to be a byte longer',
    publish: spoilWhole(({ custom }) => {
      const { bytes } = custom['sources.bin'] ?? {};
      custom['sources.bin'] = { ...custom['sources.bin'], bytes: bytes + 1 };
    }),
    // Its digest is right, so it is the one.
    end: 'fine',
  },
  {
    name: 'a list said to have another digest',
    publish: spoilWhole(({ custom }) => {
      custom['sources.bin'] = { ...custom['sources.bin'], digest: 'ab'.repeat(32) };
    }),
    end: 'wrong-digest sources.bin',
  },
  {
    name: 'a list said to have an entry more, whole',
    publish: spoilWhole(({ custom }) => {
      custom['sources.bin'] = { ...custom['sources.bin'], entries: 99 };
    }),
    end: 'wrong-digest sources.bin',
  },
  {
    name: 'a list said to be of another version',
    publish: spoilWhole(({ custom }) => {
      custom['sources.bin'] = { ...custom['sources.bin'], version: 77 };
    }),
    end: 'version-mismatch sources.bin',
  },
  {
    name: 'a list said to have an entry more, by a delta',
    publish: spoil(({ custom }) => {
      custom['sources.bin'] = { ...custom['sources.bin'], entries: 99 };
    }),
    end: 'wrong-digest sources.bin',
    tries: DELTA,
  },
  {
    name: 'a list that is no gzip',
    publish: spoilWhole(({ files }) => {
      files['sources.bin'] = Buffer.from('{"format":1}');
    }),
    end: 'unsafe-list sources.bin',
  },
  {
    name: 'a gzip cut short',
    publish: spoilWhole(({ files }) => {
      files['sources.bin'] = files['sources.bin']?.subarray(0, -9) ?? new Uint8Array();
    }),
    end: 'unsafe-list sources.bin',
  },
  {
    name: 'targets without sources.bin',
    publish: (trial) =>
      trial.publishSecond({ changes: { targets: ({ targets }) => delete targets['sources.bin'] } }),
    end: 'missing-file targets sources.bin',
  },
  {
    name: 'targets without context.bin',
    publish: (trial) =>
      trial.publishSecond({ changes: { targets: ({ targets }) => delete targets['context.bin'] } }),
    end: 'missing-file targets context.bin',
  },
  {
    name: 'targets that say nothing of sources.bin',
    publish: spoil(({ custom }) => {
      custom['sources.bin'] = {};
    }),
    end: 'not-metadata targets sources.bin',
  },
  ...[
    ['a public suffix', makeList(['co.uk', ...LASTING])],
    ['a single label', makeList(['localhost', ...LASTING])],
    ['an IP address', makeList(['192.0.2.1', ...LASTING])],
    ['a shared host, whole', makeList(['shared.test', ...LASTING])],
    ['a scope twice', makeList([...LASTING, unlisted({ scopes: ['lasting-0.test'] })])],
    ['a name that reads backwards', makeList([...LASTING, unlisted({ name: 'a\u202eb' })])],
    [
      'evidence that is a script',
      makeList([...LASTING, unlisted({ evidence: [factCheck({ url: 'javascript:alert(1)' })] })]),
    ],
    ['a day after tomorrow', makeList([...LASTING], { publishedOn: '2026-11-27' })],
  ].flatMap(([what, bad]): Fault[] => [
    {
      name: `a list with ${what}, whole`,
      publish: (trial) => trial.publishSecond(whole, bad as ReturnType<typeof makeList>),
      end: 'unsafe-list',
    },
    {
      name: `a list with ${what}, by a delta`,
      publish: (trial) => trial.publishSecond({}, bad as ReturnType<typeof makeList>),
      end: 'unsafe-list',
      tries: DELTA,
    },
  ]),
  {
    name: 'a well-known host that the new context names',
    publish: list(['famous.test', ...LASTING]),
    end: 'unsafe-list',
  },
  {
    name: 'a context that is no JSON',
    publish: spoil((unsigned) => putContext(unsigned, '{"format":1')),
    end: 'unsafe-list context.bin',
  },
  {
    name: 'a context of another form',
    publish: spoil((unsigned) => putContext(unsigned, '{"format":2}')),
    end: 'unsafe-list',
  },
  {
    name: 'a context of another digest',
    publish: spoil((unsigned) =>
      putContext(unsigned, JSON.stringify(TEST_CONTEXT), { digest: 'ab'.repeat(32) }),
    ),
    end: 'wrong-digest context.bin',
  },
  {
    name: 'a context that is no gzip',
    publish: spoil(({ files }) => {
      files['context.bin'] = Buffer.from('{"format":1}');
    }),
    end: 'unsafe-list context.bin',
  },
  {
    name: 'a delta that is no gzip',
    publish: spoil(({ files }) => {
      files[DELTA] = Buffer.from('{"format":1}');
    }),
    end: 'fine',
    tries: DELTA,
  },
  {
    name: 'a delta that is no JSON',
    publish: spoil(({ files }) => {
      files[DELTA] = gzipSync('{"format":1');
    }),
    end: 'fine',
    tries: DELTA,
  },
  {
    name: 'a delta that leads elsewhere',
    publish: spoil(({ files, release }) => {
      const elsewhere = { ...makeList(['elsewhere.test', ...LASTING]), version: release.version };
      const from = { ...makeList(['leaving.test', ...LASTING]), version: 1 };
      files[DELTA] = gzipSync(buildDelta(from, elsewhere));
    }),
    end: 'fine',
    tries: DELTA,
  },
  {
    name: 'a delta for another base',
    publish: spoil(({ files, release }) => {
      const base = { ...makeList(['base.test', ...LASTING.slice(1)]), version: 1 };
      files[DELTA] = gzipSync(buildDelta(base, release));
    }),
    end: 'fine',
    tries: DELTA,
  },
  {
    name: 'a delta that changes an entry that is not there',
    publish: spoil(({ files, release }) => {
      const missing = (name: string) => unlisted({ name, scopes: ['missing.test'] });
      const base = { ...makeList([missing('Before'), ...LASTING]), version: 1 };
      const next = makeList([missing('After'), 'coming.test', ...LASTING]);
      files[DELTA] = gzipSync(buildDelta(base, { ...next, version: release.version }));
    }),
    end: 'fine',
    tries: DELTA,
  },
  { name: 'no delta', publish: (trial) => trial.publishSecond(whole), end: 'fine' },
];

/** All entries in the database, of whatever edition. */
async function countRows({ machine }: SyncTrial): Promise<number> {
  return (await machine.store.open()).count('entries');
}

const table: string[] = [];
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => {
  // The table that a reader of the test's output asks for.
  console.log([`${'what was signed'.padEnd(60)}  in force, and why`, ...table].join('\n'));
});

describe('the last good list stays in force, or the next one is whole, after', () => {
  it.each(FAULTS)('$name', async ({ name, publish, end, tries }) => {
    const trial = await SyncTrial.start(publish);
    const { machine } = trial;
    await trial.sync();
    if (tries) expect(trial.server.asked.join()).toContain(tries);

    const inForce = await trial.readForce();
    table.push(`${name.padEnd(60)}  ${inForce}: ${end}`);
    const subscription = await trial.readSubscription();
    expect(formatFailure(subscription?.failure)).toBe(end);
    expect(inForce).toBe(end === 'fine' ? 'release 2' : 'release 1');
    if (end !== 'fine') expect(await countRows(trial)).toBe(1 + LASTING.length);
    expect(await machine.store.repair()).toBe('unchanged');

    // The publisher mends it.
    trial.publishSecond();
    expect((await trial.sync()).kind).toBe('updated');
    expect(await trial.readForce()).toBe('release 2');
    expect((await trial.readSubscription())?.failure).toBeUndefined();
    expect(await machine.store.repair()).toBe('unchanged');
  });
});

describe('of a whole list that was refused', () => {
  const many = Array.from({ length: 900 }, (_, at) => `b${at}.test`);

  it.each<[string, Fault['publish']]>([
    ['at its end', list([...many, 'com'])],
    [
      'for its digest',
      (trial) => {
        const targets = (signed: Fields) => {
          dropDeltas(signed);
          signed['targets']['sources.bin'].custom.digest = 'ab'.repeat(32);
        };
        trial.publishSecond({ changes: { targets } }, makeList(many));
      },
    ],
    [
      'where it breaks off',
      (trial) => {
        const cut = ({ files }: UnsignedRelease) => {
          files['sources.bin'] = files['sources.bin']?.subarray(0, -9) ?? new Uint8Array();
        };
        trial.publishSecond({ ...whole, spoil: cut }, makeList(many));
      },
    ],
  ])('no entries stay: %s', async (_, publish) => {
    const trial = await SyncTrial.start(publish);
    expect((await trial.sync()).kind).toBe('failed');
    expect(await countRows(trial)).toBe(1 + LASTING.length);
  });

  it('nor of one that could not be written to its end', async () => {
    const trial = await SyncTrial.start(list(many));
    const { machine } = trial;
    let pauses = 0;
    const pause = async () => {
      if (++pauses === 700) throw new Error('the worker fails');
    };
    expect((await trial.sync(machine.start({ pause }))).kind).toBe('failed');
    expect(await countRows(trial)).toBe(1 + LASTING.length);
  });
});
