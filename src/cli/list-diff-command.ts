import { type CompiledList, compileList } from '../list/compiled-list.ts';
import { diffLists, isEmptyDiff } from '../list/diff-lists.ts';
import type { Command } from './command-io.ts';
import { describeDiff } from './describe-diff.ts';
import { BrokenListError, UsageError } from './errors.ts';
import { loadList, nameList } from './load-list.ts';
import { parseOptions } from './parse-options.ts';
import { BrokenRepositoryError } from './publish/errors.ts';
import { openPublishedList, parseReleaseName } from './publish/open-published-list.ts';

const HELP = `demonitor list diff A B [--json]

Says what changed from A to B: entries that were added, removed or changed, with their scopes. A and
B are each a folder shaped like lists/, a repository made by "list publish" (its newest release), or
REPO@VERSION for an older release that it still holds.

  --json  {"added":[{"slug","name","scopes"}],"removed":[…],"changed":[{"slug","name",
          "scopesAdded","scopesRemoved","evidenceAdded","evidenceRemoved","state","fields"}],
          "listFields":[…]}

Exit: 0 no difference, 1 differences, 2 wrongly used or not to be read.`;

async function openSide(text: string, today: string): Promise<CompiledList> {
  const release = await parseReleaseName(text);
  if (release) return openPublishedList(release);
  const { list, problems } = await loadList(text);
  if (problems.length > 0) throw new BrokenListError(nameList(text), problems);
  return compileList(list, today);
}

/** `list diff`: what changed between two lists or releases. */
export const runListDiff: Command = async (args, io) => {
  const { values, positionals } = parseOptions(args, {}, HELP);
  if (values.help) {
    io.print(HELP);
    return 0;
  }
  const [a, b, ...more] = positionals;
  if (a === undefined || b === undefined || more.length > 0) {
    throw new UsageError(`Two lists, not ${positionals.length}.`, HELP);
  }
  try {
    const diff = diffLists(await openSide(a, io.today), await openSide(b, io.today));
    if (values.json) io.print(JSON.stringify(diff));
    else for (const line of describeDiff(diff)) io.print(line);
    return isEmptyDiff(diff) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BrokenRepositoryError)) throw error;
    io.warn(error.message);
    return 2;
  }
};
