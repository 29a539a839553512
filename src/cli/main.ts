#!/usr/bin/env node
import { openProcessIo } from './process-io.ts';
import { run } from './run.ts';

const { io, hasLostOutput } = openProcessIo();
try {
  const code = await run(process.argv.slice(2), io);
  process.exitCode = hasLostOutput() ? 2 : code;
} catch (error) {
  // A file that can't be read or written says what and where; anything else is a fault of ours.
  const message = error instanceof Error ? error.message : String(error);
  io.warn(`Demonitor stopped: ${message}`);
  process.exitCode = 2;
}
