import type { Command } from './command-io.ts';
import { BrokenListError, UsageError } from './errors.ts';
import { formatCount } from './format-count.ts';
import { formatProblems } from './format-problems.ts';
import { warnOfEmpty } from './load-list.ts';
import { AT_OPTION, chooseDay, parseOptions } from './parse-options.ts';
import { takeFolder } from './take-folder.ts';
import { writeCompiledList } from './write-compiled-list.ts';

const HELP = `demonitor list compile [LISTS] --out DIR [--at DAY] [--json]

Writes sources.bin (all entries) and context.bin (organisations, Code, platforms) into DIR: gzipped
JSON in one canonical form, the same bytes each time. Refuses faults of form; what "list check"
finds against the policy is a warning here. Without LISTS, the folder lists/ where you are is
compiled, and where there is none, Demonitor’s own list as of this build.

  --out DIR  where to write; made when missing
  --at DAY   the day of publication instead of today
  --json     {"id","entries","scopes","files","warnings"}

Exit: 0 written, 1 refused, 2 wrongly used.`;

/** `list compile`: a folder of entries becomes the two files that the extension reads. */
export const runListCompile: Command = async (args, io) => {
  const table = { ...AT_OPTION, out: { type: 'string' } } as const;
  const { values, positionals } = parseOptions(args, table, HELP);
  if (values.help) {
    io.print(HELP);
    return 0;
  }
  const folder = await takeFolder(positionals, HELP);
  const today = chooseDay(values.at, io.today, HELP);
  if (values.out === undefined)
    throw new UsageError('Name the folder to write to: --out DIR.', HELP);
  try {
    const written = await writeCompiledList(folder, values.out, { today });
    if (written.entries === 0) warnOfEmpty(io, folder);
    if (written.warnings.length > 0) io.warn('Warnings (policy):');
    for (const line of formatProblems(written.warnings)) io.warn(line);
    const { id, entries, scopes, files } = written;
    io.print(
      values.json
        ? JSON.stringify(written)
        : `${id}: ${formatCount(entries, 'entry', 'entries')}, ${formatCount(scopes, 'scope', 'scopes')} → ${files.join(', ')}`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof BrokenListError)) throw error;
    io.warn(error.message);
    return 1;
  }
};
