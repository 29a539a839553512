import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

async function readDayIn(zone: string): Promise<string> {
  const args = ['--import', 'tsx', 'src/cli/main.ts', 'code', 'status', 'x.com', '--json'];
  const child = spawn(process.execPath, args, { env: { ...process.env, TZ: zone } });
  return JSON.parse(await text(child.stdout)).on;
}

/** Runs with one of its streams on a device on which nothing can be written. */
function runOnFullDisk(stream: 'stdout' | 'stderr', words: readonly string[], input: string) {
  const full = openSync('/dev/full', 'w');
  const args = ['--import', 'tsx', 'src/cli/main.ts', ...words];
  const { status, stderr } = spawnSync(process.execPath, args, {
    input,
    encoding: 'utf8',
    stdio: stream === 'stdout' ? ['pipe', full, 'pipe'] : ['pipe', 'pipe', full],
  });
  closeSync(full);
  return { status, stderr };
}

test('takes the local calendar for today', async () => {
  // 25 hours lie between the two, so their days differ at any time.
  const west = await readDayIn('Pacific/Pago_Pago');
  expect(west < (await readDayIn('Pacific/Kiritimati'))).toBe(true);
}, 30_000);

test('ends quietly when whoever reads its output has had enough', async () => {
  const args = ['--import', 'tsx', 'src/cli/main.ts', 'check', '--json', '-'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.on('data', (chunk) => errors.push(String(chunk)));
  child.stdin.on('error', () => {
    // It hangs up on what it won't read.
  });
  child.stdin.end('other.example\n'.repeat(20_000));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = await once(child, 'exit');
  expect({ code, errors }).toEqual({ code: 0, errors: [] });
}, 30_000);

test.skipIf(process.platform !== 'linux').each([
  ['one address', ['check', 'other.example'], ''],
  ['a listed address', ['check', 'rt.com'], ''],
  ['standard input', ['check', '--json', '-'], 'other.example\n'.repeat(20_000)],
  ['another command', ['code', 'status', 'x.com'], ''],
])(
  'says that the disk is full, and exits 2: %s',
  (_, words, input) => {
    const { status, stderr } = runOnFullDisk('stdout', words, input);
    const told = 'Demonitor stopped: its output can’t be written (no space left on device).\n';
    expect({ status, stderr }).toEqual({ status: 2, stderr: told });
  },
  30_000,
);

test.skipIf(process.platform !== 'linux').each([
  ['wrongly used', ['check', '--nosuch', 'a.test'], 2],
  ['listed, with a warning', ['check', 'rt.com', '-'], 1],
  ['not listed, with a warning', ['check', '-'], 0],
])(
  'keeps its exit code where standard error is full: %s',
  (_, words, code) => {
    expect(runOnFullDisk('stderr', words, 'no address\n').status).toBe(code);
  },
  30_000,
);

test.each([
  ['wrongly used', ['check', '--nosuch', 'a.test'], 2],
  ['not listed, with a warning', ['check', '-'], 0],
])(
  'keeps its exit code where nobody reads its errors: %s',
  async (_, words, code) => {
    const args = ['--import', 'tsx', 'src/cli/main.ts', ...words];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'pipe'] });
    child.stderr?.destroy();
    child.stdin?.end('no address\n');
    expect((await once(child, 'exit'))[0]).toBe(code);
  },
  30_000,
);

test('stops reading once nobody reads its answers, with the code of what it found', async () => {
  const args = ['--import', 'tsx', 'src/cli/main.ts', 'check', '-'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.on('error', () => {
    // As above.
  });
  child.stdin.write('rt.com\n');
  await once(child.stdout, 'data');
  child.stdout.destroy();
  // No end of input comes, only another line whose answer meets the broken pipe.
  child.stdin.write('other.example\n');
  expect((await once(child, 'exit'))[0]).toBe(1);
}, 30_000);
