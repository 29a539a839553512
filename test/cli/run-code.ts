import { runCode } from '../../src/cli/code-command.ts';
import { UsageError } from '../../src/cli/errors.ts';

/** Runs `code` as of one day. */
export async function runCodeCommand(...args: readonly string[]) {
  const lines: string[] = [];
  const exit = await runCode(args, {
    print: (line) => lines.push(line),
    warn: (line) => lines.push(line),
    mayPrint: async () => true,
    readStdin: () => [],
    today: '2026-11-24',
  });
  return { exit, text: lines.join('\n') };
}

/** The object that it prints with `--json`. */
export async function readCodeJson(...args: readonly string[]) {
  const { text } = await runCodeCommand(...args, '--json');
  return JSON.parse(text);
}

/** The message of a wrong use; `run` of the command line turns it into exit 2. */
export async function findWrongUse(...args: readonly string[]): Promise<string> {
  try {
    await runCodeCommand(...args);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'was answered';
}
