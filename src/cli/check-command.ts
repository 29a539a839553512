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
import { showText } from './show-text.ts';

const HELP = `demonitor check ADDRESS… [--list DIR] [--at DAY] [--json]

Says of each address whether it is on the list, on what grounds and evidence, and which commitments
of the Code apply. An address may be a host, host/path or a full address; "-" reads addresses from
standard input, one a line, in UTF-8 or UTF-16. Not on the list means just that: it is no
certificate. A line that is no address that can be checked finds nothing and exits 0; how many there
were is said at the end, on standard error.

  --list DIR  a folder shaped like lists/ (only sources/ is required) instead of Demonitor's list
  --at DAY    decides as on DAY instead of today, without the entries listed after it
  --json      one object a line:
              {"input","kind","entry","scope","grounds","commitments","list"}

Exit: 0 nothing listed (not-checkable included), 1 something listed or no list to ask, 2 wrongly
used or a broken list.`;

/** One address as it was written, and whether it came as a line of standard input. */
interface Input {
  readonly text: string;
  readonly isLine: boolean;
}

async function collectInputs(words: readonly string[], io: CommandIo): Promise<readonly Input[]> {
  const inputs: Input[] = [];
  for (const word of words) {
    if (word !== '-') {
      inputs.push({ text: word, isLine: false });
      continue;
    }
    // A line may end in CR alone: what old spreadsheets save.
    const lines = (await io.readStdin()).replace(/^\uFEFF/, '').split(/\r\n?|\n/);
    for (const text of lines) if (text.trim() !== '') inputs.push({ text, isLine: true });
  }
  return inputs;
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
  const inputs = await collectInputs(positionals, io);
  let isFound = false;
  let unreadLines = 0;
  for (const { text, isLine } of inputs) {
    const verdict = reader.decide(text);
    isFound ||= verdict.kind === 'listed' || verdict.kind === 'no-list';
    if (isLine && verdict.kind === 'not-checkable') unreadLines++;
    if (values.json) io.print(JSON.stringify(toJson(text, verdict, reader)));
    else io.print(`${showText(text)}: ${describeVerdict(text, verdict, reader)}`);
  }
  if (unreadLines > 0) {
    const lines = formatCount(inputs.filter(({ isLine }) => isLine).length, 'line', 'lines');
    const what = unreadLines === 1 ? 'is no address' : 'are no addresses';
    io.warn(`${unreadLines} of ${lines} ${what} that can be checked.`);
  }
  return isFound ? 1 : 0;
};
