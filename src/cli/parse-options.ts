import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isDay } from '../list/day.ts';
import { UsageError } from './errors.ts';

type OptionTable = NonNullable<ParseArgsConfig['options']>;

/** Options that every command has. */
const COMMON = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies OptionTable;

/** Takes what the clock would decide. */
export const AT_OPTION = { at: { type: 'string' } } as const satisfies OptionTable;

/**
 * The options and words of one command.
 *
 * @throws UsageError with the help text when an option is unknown or lacks its value
 */
export function parseOptions<Table extends OptionTable>(
  args: readonly string[],
  table: Table,
  help: string,
) {
  try {
    const options = { ...table, ...COMMON };
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // node:util appends a hint on `--` that takes three lines; the help says it shorter.
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new UsageError(`${message}.`.replace(/\.\.$/, '.'), help, { cause: error });
  }
}

/** The day of `--at`, else today. */
export function chooseDay(at: string | undefined, today: string, help: string): string {
  if (at === undefined || isDay(at)) return at ?? today;
  throw new UsageError(`--at "${at}" is no day that exists; write it as 2026-11-24.`, help);
}
