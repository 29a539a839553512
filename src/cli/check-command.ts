import { commitmentNumbersFor } from '../code-of-practice/commitments-for.ts';
import type { Verdict } from '../match/verdict.ts';
import type { Command, CommandIo } from './command-io.ts';
import { describeVerdict } from './describe-verdict.ts';
import { UsageError } from './errors.ts';
import { formatCount } from './format-count.ts';
import { formatProblems } from './format-problems.ts';
import { type ListReader, openList } from './list-reader.ts';
import { warnOfEmpty } from './load-list.ts';
import { AT_OPTION, chooseDay, parseOptions } from './parse-options.ts';
import { MAX_LINE_CHARACTERS, readLines } from './read-lines.ts';
import { showText } from './show-text.ts';

const HELP = `demonitor check ADDRESS… [--list DIR] [--at DAY] [--json]

Says of each address whether it is on the list, on what grounds and evidence, and which commitments
of the Code apply. An address may be a host, host/path or a full address; "-" reads addresses from
standard input, one a line of at most 1,048,576 characters, in UTF-8 or UTF-16. Not on the list
means just that: it is no certificate. What is no address that can be checked finds nothing and
exits 0; how much of it there was is said at the end, on standard error. A list without entries, and
Demonitor’s own list once it is too old, are no list to ask.

  --list DIR  a folder shaped like lists/ (only sources/ is required) instead of Demonitor’s list
  --at DAY    decides as on DAY instead of today, without the entries listed after it
  --json      one object a line:
              {"input","kind","entry","scope","grounds","commitments","list"}

Exit: 0 nothing listed (not-checkable included), 1 something listed or no list to ask, 2 wrongly
used, a broken list or no addresses on standard input.`;

/** A line that was not kept whole, so nothing may be said of its address. */
const TOO_LONG: Verdict = { kind: 'not-checkable', reason: 'not-an-address' };
const TOO_LONG_TEXT = `not checkable: the line is longer than ${MAX_LINE_CHARACTERS} characters`;
/** Of such a line: enough to find it by. */
const SHOWN_CHARACTERS = 100;

/** One address as it was written, and whether it came as a line of standard input. */
interface Input {
  readonly text: string;
  readonly isLine: boolean;
}

/** Line by line: what standard input brings may be larger than memory. */
async function* readInputs(words: readonly string[], io: CommandIo): AsyncGenerator<Input> {
  for (const word of words) {
    if (word !== '-') {
      yield { text: word, isLine: false };
      continue;
    }
    for await (const lines of readLines(io.readStdin())) {
      for (const text of lines) if (text.trim() !== '') yield { text, isLine: true };
    }
  }
}

/** How many of the arguments, or of the lines, are no addresses. */
class InputCount {
  all = 0;
  private unread = 0;

  add({ kind }: Verdict): void {
    this.all++;
    if (kind === 'not-checkable') this.unread++;
  }

  warn(io: CommandIo, one: string, many: string): void {
    if (this.unread === 0) return;
    const what = this.unread === 1 ? 'is no address' : 'are no addresses';
    io.warn(`${this.unread} of ${formatCount(this.all, one, many)} ${what} that can be checked.`);
  }
}

/** The object of `--json`; its keys and their order are relied upon. */
function toJson(input: string, verdict: Verdict, { findEntry }: ListReader): object {
  const { kind } = verdict;
  if (verdict.kind !== 'listed') {
    const list = verdict.kind === 'not-listed' ? (verdict.lists[0]?.id ?? null) : null;
    return { input, kind, entry: null, scope: null, grounds: [], commitments: [], list };
  }
  // One list is asked here, so there is one finding.
  const finding = verdict.findings[0];
  const grounds = findEntry(finding?.entry ?? '')?.grounds ?? [];
  return {
    input,
    kind,
    entry: finding?.entry ?? null,
    scope: finding?.scope ?? null,
    grounds,
    commitments: commitmentNumbersFor(grounds),
    list: finding?.list ?? null,
  };
}

/** `check`: one verdict a line. */
export const runCheck: Command = async (args, io) => {
  const table = { ...AT_OPTION, list: { type: 'string' } } as const;
  const { values, positionals } = parseOptions(args, table, HELP);
  if (values.help) {
    io.print(HELP);
    return 0;
  }
  const today = chooseDay(values.at, io.today, HELP);
  if (positionals.length === 0) throw new UsageError('Which address?', HELP);
  const reader = await openList(values.list, today);
  if (reader.warnings.length > 0) {
    io.warn('Warnings: the list does not meet the policy everywhere.');
    for (const line of formatProblems(reader.warnings)) io.warn(line);
  }
  if (reader.isEmpty) warnOfEmpty(io, values.list);
  let isFound = false;
  const words = new InputCount();
  const lines = new InputCount();
  for await (const { text, isLine } of readInputs(positionals, io)) {
    if (!(await io.mayPrint())) return isFound ? 1 : 0;
    const isTooLong = isLine && text.length > MAX_LINE_CHARACTERS;
    const verdict = isTooLong ? TOO_LONG : reader.decide(text);
    const input = isTooLong ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
    isFound ||= verdict.kind === 'listed' || verdict.kind === 'no-list';
    (isLine ? lines : words).add(verdict);
    if (values.json) io.print(JSON.stringify(toJson(input, verdict, reader)));
    else {
      const what = isTooLong ? TOO_LONG_TEXT : describeVerdict(text, verdict, reader);
      io.print(`${showText(input)}: ${what}`);
    }
  }
  words.warn(io, 'argument', 'arguments');
  lines.warn(io, 'line', 'lines');
  // Whoever feeds a file to it and gets nothing back would take it for "nothing listed".
  if (positionals.includes('-') && lines.all === 0 && (await io.mayPrint())) {
    io.warn('No addresses on standard input.');
    return 2;
  }
  return isFound ? 1 : 0;
};
