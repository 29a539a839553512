import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOSTILE_ADDRESSES, HOSTILE_LIST, HOSTILE_TODAY } from '../match/hostile-addresses.ts';
import { entry, listFiles } from '../support/list-files.ts';
import { makeListFolder } from '../support/list-folder.ts';

/** The bundle as it is installed: run from another folder, as a process of its own. */
function demonitor(args: readonly string[], input: string | Uint8Array = '') {
  const bundle = join(process.cwd(), 'dist/cli/demonitor.mjs');
  const options = { input, encoding: 'utf8', cwd: '/' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], options);
  return { status, lines: stdout.split('\n').filter((line) => line !== ''), stderr };
}

describe('the built command line', () => {
  it('gives the right verdict for every hostile address', () => {
    const entries = HOSTILE_LIST.map(
      ({ entry: slug, state, scopes }) => [slug, entry({ name: slug, state, scopes })] as const,
    );
    const files = listFiles({ entries: Object.fromEntries(entries) });
    const sources = [...files].filter(([path]) => path.startsWith('sources/'));
    const folder = makeListFolder(new Map(sources));
    const args = ['check', '--json', '--list', folder, '--at', HOSTILE_TODAY, '--'];
    // No program can be given a NUL in its arguments.
    const given = HOSTILE_ADDRESSES.filter(({ input }) => !input.includes('\0'));
    const { status, lines } = demonitor([...args, ...given.map(({ input }) => input)]);
    const verdicts = lines.map((line) => {
      const { input, kind, entry: slug, scope } = JSON.parse(line);
      return { input, kind, entry: slug, scope };
    });
    expect(verdicts).toEqual(given);
    expect(given.length).toBeGreaterThan(80);
    expect(status).toBe(1);
  });

  it('carries its own list, and reads addresses from standard input', () => {
    const { status, lines } = demonitor(['check', '--json', '-'], 'rt.com\r\nexample.org\n');
    expect(lines.map((line) => JSON.parse(line).kind)).toEqual(['listed', 'not-listed']);
    expect(status).toBe(1);
    expect(demonitor(['check', 'example.org']).status).toBe(0);
  });

  it('answers nothing by its own list once that is too old', () => {
    const { status, lines } = demonitor(['check', '--json', '--at', '2099-01-01', 'example.org']);
    expect(lines.map((line) => JSON.parse(line).kind)).toEqual(['no-list']);
    expect(status).toBe(1);
  });

  it('reads what a spreadsheet saved: UTF-16, or lines that end in CR alone', () => {
    const text = 'rt.com\rexample.org\rno address\r';
    for (const input of [text, Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
      const { status, lines, stderr } = demonitor(['check', '--json', '-'], input);
      const kinds = lines.map((line) => JSON.parse(line).kind);
      expect(kinds).toEqual(['listed', 'not-listed', 'not-checkable']);
      expect(stderr).toBe('1 of 3 lines is no address that can be checked.\n');
      expect(status).toBe(1);
    }
  });

  it('says its version, and checks its own list where there is no other', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(demonitor(['--version']).lines).toEqual([version]);
    expect(demonitor(['list', 'check']).lines[0]).toMatch(
      /^Demonitor’s own list, as of this build: \d+ entries read\.$/,
    );
  });

  it('names file, field and cure of every problem at once', () => {
    const folder = makeListFolder(
      listFiles({
        entries: {
          one: entry({ scopes: ['co.uk'], reviewBy: '2026-02-30' }),
          two: '{ "name": "Two", }',
        },
      }),
    );
    const { status, lines, stderr } = demonitor(['list', 'check', folder]);
    const text = [...lines, stderr].join('\n');
    expect(status).toBe(1);
    for (const part of [
      'sources/one.json',
      'scopes[0]',
      'reviewBy',
      'sources/two.json',
      'line 1',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('knows who signed on which day', () => {
    const before = demonitor(['code', 'status', 'twitter', '--on', '2023-05-25']).lines.join('\n');
    const after = demonitor(['code', 'status', 'twitter', '--on', '2023-05-27']).lines.join('\n');
    expect(before).toContain('Signatory of the Code of 2022');
    expect(after).toContain('until 26 May 2023');
    expect(after).toContain('25 August 2023');
  });

  it.each([[], ['nonsense'], ['check'], ['check', '--nonsense', 'a.test'], ['list', 'nonsense']])(
    'exits with 2 when wrongly used: %s %s %s',
    (...args) => {
      const { status, stderr } = demonitor(args.filter((each) => each !== undefined));
      expect(status).toBe(2);
      expect(stderr).not.toContain('    at ');
      // The error is in sight: one line, and one on where to read more.
      expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    },
  );
});
