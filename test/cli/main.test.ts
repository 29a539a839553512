import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

async function readDayIn(zone: string): Promise<string> {
  const args = ['--import', 'tsx', 'src/cli/main.ts', 'code', 'status', 'x.com', '--json'];
  const child = spawn(process.execPath, args, { env: { ...process.env, TZ: zone } });
  return JSON.parse(await text(child.stdout)).on;
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
  child.stdin.end('other.example\n'.repeat(20_000));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = await once(child, 'exit');
  expect({ code, errors }).toEqual({ code: 0, errors: [] });
}, 30_000);
