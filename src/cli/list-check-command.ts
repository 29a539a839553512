import { checkPolicy } from '../list/check-policy.ts';
import type { ListSource } from '../list/list-source.ts';
import type { Problem } from '../list/problem.ts';
import type { Command } from './command-io.ts';
import { formatCount } from './format-count.ts';
import { formatProblems } from './format-problems.ts';
import { loadList, nameList, warnOfEmpty } from './load-list.ts';
import { AT_OPTION, chooseDay, parseOptions } from './parse-options.ts';
import { showText } from './show-text.ts';
import { takeFolder } from './take-folder.ts';

const HELP = `demonitor list check [LISTS] [--at DAY] [--json]

Checks form and policy of every entry and prints all problems at once, each with its file, its
field, what is wrong and what would be right. A file that can’t be read for a fault of form is
checked for policy once its form is right; the last line names such files. LISTS is a folder shaped
like lists/; what it lacks comes from Demonitor’s own list. Without LISTS, the folder lists/ where
you are is checked, and where there is none, Demonitor’s own list as of this build. The first line
says which it was.

  --at DAY   holds days against DAY instead of today
  --json     {"list","entries","problems":[{"file","field","what","cure","level"}]}

Exit: 0 no problems, 1 problems, 2 wrongly used.`;

/** The files with a fault of form for which nothing could be read, so that policy was not asked. */
function findUnchecked(list: ListSource, form: readonly Problem[]): readonly string[] {
  const read = new Set(list.entries.map(({ slug }) => `sources/${slug}.json`));
  const unread = form
    .map(({ file }) => file)
    .filter((file) =>
      file.startsWith('sources/')
        ? /\.json$/.test(file) && !read.has(file)
        : list.borrowed.has(file),
    );
  return [...new Set(unread)].sort();
}

/** `list check`: everything that keeps a list from being merged, at once. */
export const runListCheck: Command = async (args, io) => {
  const { values, positionals } = parseOptions(args, AT_OPTION, HELP);
  if (values.help) {
    io.print(HELP);
    return 0;
  }
  const folder = await takeFolder(positionals, HELP);
  const today = chooseDay(values.at, io.today, HELP);
  const { list, problems: form } = await loadList(folder);
  const problems = [...form, ...checkPolicy(list, today)].sort((a, b) =>
    a.file < b.file ? -1 : Number(a.file > b.file),
  );
  const entries = list.entries.length;
  if (entries === 0) warnOfEmpty(io, folder);
  if (values.json) {
    io.print(JSON.stringify({ list: list.info.id, entries, problems }));
    return problems.length > 0 ? 1 : 0;
  }
  const name = folder === undefined ? `${nameList(folder)}, as of this build` : nameList(folder);
  io.print(`${name}: ${formatCount(entries, 'entry', 'entries')} read.`);
  for (const line of formatProblems(problems)) io.print(line);
  const files = formatCount(new Set(problems.map(({ file }) => file)).size, 'file', 'files');
  const found = formatCount(problems.length, 'problem', 'problems');
  io.print(problems.length === 0 ? 'No problems.' : `${found} in ${files}.`);
  const unchecked = findUnchecked(list, form);
  if (unchecked.length > 0) {
    const whose = unchecked.length === 1 ? 'its' : 'their';
    io.print(showText(`Policy of ${unchecked.join(', ')} is checked once ${whose} form is right.`));
  }
  return problems.length > 0 ? 1 : 0;
};
