#!/usr/bin/env node
import { buffer } from 'node:stream/consumers';
import { formatLocalDay } from '../list/day.ts';
import { decodeText } from './decode-text.ts';
import { run } from './run.ts';

// `demonitor … | head` closes the pipe early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = await run(process.argv.slice(2), {
    print: (line) => process.stdout.write(`${line}\n`),
    warn: (line) => process.stderr.write(`${line}\n`),
    readStdin: async () => decodeText(await buffer(process.stdin)),
    today: formatLocalDay(new Date()),
  });
} catch (error) {
  // A file that can't be read or written says what and where; anything else is a fault of ours.
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Demonitor stopped: ${message}\n`);
  process.exitCode = 2;
}
