import { countDays } from '../list/day.ts';
import type { ListSource } from '../list/list-source.ts';
import { buildListStats, type Counts, type ListStats } from '../list/stats.ts';
import type { Command } from './command-io.ts';
import { BrokenListError } from './errors.ts';
import { formatCount } from './format-count.ts';
import { loadList, nameList, warnOfEmpty } from './load-list.ts';
import { AT_OPTION, chooseDay, parseOptions } from './parse-options.ts';
import { takeFolder } from './take-folder.ts';

const HELP = `demonitor list stats [LISTS] [--at DAY] [--json]

Counts entries, scopes, languages, countries, grounds, evidence and organisations of a list, says
how many entries have two or more independent organisations, and names the oldest review, the
entries that have lapsed and those that will within 60 days. Without LISTS, the folder lists/ where
you are is counted, and where there is none, Demonitor’s own list as of this build.

  --at DAY   holds days against DAY instead of today
  --json     the same as one JSON object

Exit: 0 counted, 1 the list can’t be read, 2 wrongly used.`;

function formatCounts(counts: Counts): string {
  const parts = Object.entries(counts).map(([name, number]) => `${name} ${number}`);
  return parts.length === 0 ? '0' : `${parts.length} (${parts.join(', ')})`;
}

const SOON_DAYS = 60;

interface Lapse {
  readonly entry: string;
  /** The last day on which it holds. */
  readonly day: string;
}

/** Entries that ended by themselves, and those that soon will; the earliest first. No faults. */
function findLapses({ entries }: ListSource, today: string) {
  const all = entries
    .filter(({ entry: { state } }) => state === 'listed' || state === 'appealed')
    .map(({ slug, entry }): Lapse => ({ entry: slug, day: entry.reviewBy }))
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  return {
    lapsed: all.filter(({ day }) => day < today),
    lapsing: all.filter(({ day }) => day >= today && countDays(today, day) <= SOON_DAYS),
  };
}

function formatLapses(lapses: readonly Lapse[]): string {
  if (lapses.length === 0) return 'none';
  return lapses.map(({ entry, day }) => `${entry} (${day})`).join(', ');
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
    `Evidence: ${items} items${list.length === 0 ? '' : ` (${list.join(', ')})`}`,
    `Organisations: ${formatCounts(stats.organisations)}`,
    `Two or more independent organisations: ${withTwo}${percent}`,
    `Oldest review: ${oldest === null ? 'none' : `${oldest.day} (${oldest.entry})`}`,
  ];
}

/** `list stats`: a list in numbers. */
export const runListStats: Command = async (args, io) => {
  const { values, positionals } = parseOptions(args, AT_OPTION, HELP);
  if (values.help) {
    io.print(HELP);
    return 0;
  }
  const today = chooseDay(values.at, io.today, HELP);
  const folder = await takeFolder(positionals, HELP);
  const { list, problems } = await loadList(folder);
  if (problems.length > 0) {
    io.warn(new BrokenListError(nameList(folder), problems).message);
    return 1;
  }
  if (list.entries.length === 0) warnOfEmpty(io, folder);
  const stats = buildListStats(list);
  const { lapsed, lapsing } = findLapses(list, today);
  if (values.json) {
    io.print(JSON.stringify({ ...stats, lapsed, lapsing }));
    return 0;
  }
  io.print(`${nameList(folder)}:`);
  for (const line of formatStats(stats)) io.print(line);
  io.print(`Lapsed: ${formatLapses(lapsed)}`);
  io.print(`Lapsing within ${SOON_DAYS} days: ${formatLapses(lapsing)}`);
  return 0;
};
