import { buildListStats, type Counts, type ListStats } from '../list/stats.ts';
import type { Command } from './command-io.ts';
import { BrokenListError } from './errors.ts';
import { formatCount } from './format-count.ts';
import { loadList, nameList } from './load-list.ts';
import { parseOptions } from './parse-options.ts';
import { takeFolder } from './take-folder.ts';

const HELP = `demonitor list stats [LISTS] [--json]

Counts entries, scopes, languages, countries, grounds, evidence and organisations of a list, says
how many entries have two or more independent organisations, and names the oldest review.

  --json     the same as one JSON object

Exit: 0 counted, 1 the list can't be read, 2 wrongly used.`;

function formatCounts(counts: Counts): string {
  const parts = Object.entries(counts).map(([name, number]) => `${name} ${number}`);
  return `${parts.length} (${parts.join(', ')})`;
}

function formatStats(stats: ListStats): readonly string[] {
  const share = stats.shareWithTwoOrganisations;
  const percent = share === null ? '' : ` (${(share * 100).toFixed(1)} %)`;
  const known = ({ unknown, ...rest }: Counts): string =>
    formatCounts(rest) +
    (unknown === undefined ? '' : `, unknown in ${formatCount(unknown, 'entry', 'entries')}`);
  const oldest = stats.oldestReview;
  const withTwo = formatCount(stats.withTwoOrganisations, 'entry', 'entries');
  const items = Object.values(stats.evidence).reduce((sum, number) => sum + number, 0);
  const list = Object.entries(stats.evidence).map(([kind, number]) => `${kind} ${number}`);
  return [
    `List: ${stats.list}`,
    `Entries: ${stats.entries}`,
    `Scopes: ${stats.scopes}`,
    `States: ${formatCounts(stats.states)}`,
    `Kinds: ${formatCounts(stats.kinds)}`,
    `Languages: ${known(stats.languages)}`,
    `Countries: ${known(stats.countries)}`,
    `Grounds: ${formatCounts(stats.grounds)}`,
    `Evidence: ${items} items (${list.join(', ')})`,
    `Organisations: ${formatCounts(stats.organisations)}`,
    `Two or more independent organisations: ${withTwo}${percent}`,
    `Oldest review: ${oldest === null ? 'none' : `${oldest.day} (${oldest.entry})`}`,
  ];
}

/** `list stats`: a list in numbers. */
export const runListStats: Command = async (args, io) => {
  const { values, positionals } = parseOptions(args, {}, HELP);
  if (values.help) {
    io.print(HELP);
    return 0;
  }
  const folder = takeFolder(positionals, HELP);
  const { list, problems } = await loadList(folder);
  if (problems.length > 0) {
    io.warn(new BrokenListError(nameList(folder), problems).message);
    return 1;
  }
  const stats = buildListStats(list);
  if (values.json) io.print(JSON.stringify(stats));
  else for (const line of formatStats(stats)) io.print(line);
  return 0;
};
