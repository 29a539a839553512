import { commitmentNumbersFor } from '../code-of-practice/commitments-for.ts';
import type { Verdict } from '../match/verdict.ts';
import type { Command, CommandIo } from './command-io.ts';
import { describeVerdict } from './describe-verdict.ts';
import { UsageError } from './errors.ts';
import { formatProblems } from './format-problems.ts';
import { type ListReader, openList } from './list-reader.ts';
import { AT_OPTION, chooseDay, parseOptions } from './parse-options.ts';
import { showText } from './show-text.ts';

const HELP = `demonitor check ADDRESS… [--list DIR] [--at DAY] [--json]

Says of each address whether it is on the list, on what grounds and evidence, and which commitments
of the Code apply. An address may be a host, host/path or a full address; "-" reads addresses from
standard input, one a line. Not on the list means just that: it is no certificate.

  --list DIR  a folder shaped like lists/ (only sources/ is required) instead of Demonitor's list
  --at DAY    decides as on DAY instead of today
  --json      one object a line:
              {"input","kind","entry","scope","grounds","commitments","list"}

Exit: 0 nothing listed, 1 something listed or no list to ask, 2 wrongly used or a broken list.`;

/** The addresses asked for, as they were written. */
async function collectInputs(words: readonly string[], io: CommandIo): Promise<readonly string[]> {
  const inputs: string[] = [];
  for (const word of words) {
    if (word !== '-') {
      inputs.push(word);
      continue;
    }
    const lines = (await io.readStdin()).replace(/^\uFEFF/, '').split(/\r?\n/);
    for (const line of lines) if (line.trim() !== '') inputs.push(line);
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
  let isFound = false;
  for (const input of await collectInputs(positionals, io)) {
    const verdict = reader.decide(input);
    isFound ||= verdict.kind === 'listed' || verdict.kind === 'no-list';
    if (values.json) io.print(JSON.stringify(toJson(input, verdict, reader)));
    else {
      const words = describeVerdict(verdict, reader.findEntry);
      io.print(`${showText(input)}: ${words}`);
    }
  }
  return isFound ? 1 : 0;
};
