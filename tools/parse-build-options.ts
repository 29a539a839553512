import { parseArgs } from 'node:util';
import { formatLocalDay, isDay } from '../src/list/day.ts';
import { isOwnMachine } from '../src/sync/is-own-machine.ts';
import { parseListAddress } from '../src/sync/parse-list-address.ts';

const USAGE = `npm run build -- [--list-address ADDRESS] [--at DAY]

  --list-address ADDRESS  where the list’s next releases come from, as https://list.example/lists/
  --at DAY                the day of the build instead of today`;

/** How the package is to be built. */
export interface BuildOptions {
  readonly now: Date;
  /** ISO day. */
  readonly today: string;
  readonly address: string | undefined;
}

/** Options, or a sentence for whoever gave others, with the usage below it. */
export type BuildOptionsReading =
  | { readonly kind: 'options'; readonly options: BuildOptions }
  | { readonly kind: 'refused'; readonly message: string };

function refuse(why: string): BuildOptionsReading {
  return { kind: 'refused', message: `${why}\n\n${USAGE}` };
}

/** What is wrong with an address: readers would find out only when they ask there. */
function describeAddress(text: string): string | undefined {
  const address = parseListAddress(text);
  if (address === undefined) {
    return `--list-address "${text}" is no address of a list: name its folder, as https://list.example/lists/.`;
  }
  // Just what a development build asks without https, see src/background/list-requests.ts.
  if (new URL(address).protocol === 'https:' || isOwnMachine(address)) return undefined;
  return `--list-address "${text}" has no https, so that whoever carries its files could see and stop them, and no build asks there: name it with https. Only this machine (127.0.0.1) does without.`;
}

/** The options of a build. */
export function parseBuildOptions(args: readonly string[], clock: Date): BuildOptionsReading {
  let values: { at?: string; 'list-address'?: string };
  try {
    const options = { at: { type: 'string' }, 'list-address': { type: 'string' } } as const;
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (error) {
    // node:util appends a hint on `--` that takes three lines.
    const why = error instanceof Error ? error.message.split('. ')[0] : String(error);
    return refuse(`${why}.`.replace(/\.\.$/, '.'));
  }
  const { at, 'list-address': text } = values;
  if (at !== undefined && !isDay(at)) {
    return refuse(`--at "${at}" is no day that exists; write it as 2026-11-24.`);
  }
  const wrong = text === undefined ? undefined : describeAddress(text);
  if (wrong !== undefined) return refuse(wrong);
  const now = at === undefined ? clock : new Date(at);
  const today = at ?? formatLocalDay(now);
  const address = text === undefined ? undefined : parseListAddress(text);
  return { kind: 'options', options: { now, today, address } };
}
