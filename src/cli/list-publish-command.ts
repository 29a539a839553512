import { join } from 'node:path';
import { renderPages } from '../site/render-pages.tsx';
import { chooseMoment, warnOfFuture } from './choose-moment.ts';
import type { Command, CommandIo } from './command-io.ts';
import { describeDiff } from './describe-diff.ts';
import { BrokenListError, UsageError } from './errors.ts';
import { formatCount } from './format-count.ts';
import { formatFollowLink } from './format-follow-link.ts';
import { formatProblems } from './format-problems.ts';
import { warnOfEmpty } from './load-list.ts';
import { AT_OPTION, parseOptions } from './parse-options.ts';
import { isRefusal } from './publish/errors.ts';
import { publishRelease, type ReleaseResult, renewWithFolder } from './publish/publish-release.ts';
import { refuseOlder } from './publish/refuse-older.ts';
import type { WrittenFile } from './publish/write-in-order.ts';
import { showText } from './show-text.ts';
import { readPassphrase } from './signing/read-passphrase.ts';
import { takeFolder } from './take-folder.ts';

const HELP = `demonitor list publish [LISTS] --keys KEYS --out REPO [--renew] [--newer-than HOST]
                       [--at MOMENT] [--json]

Compiles LISTS as "list compile" does and writes it into REPO, signed: a TUF repository of static
files for any web host, and pages and exports for people beside it. Where entries, list.json or
context changed, a new version; else what is there is renewed: the timestamp (7 days) each time,
snapshot (30), targets (180) and root (365) in the last third of their life. Only keys that are
needed must be in KEYS. What stands in REPO is checked first and never mended. REPO must be what the
host shows, so copy that back first where others publish as well; the README says how to copy REPO
to the host.

  --keys KEYS  the folder that "list keygen" made; its passphrase is in DEMONITOR_PASSPHRASE
  --out REPO   the repository, apart from LISTS and KEYS; made when missing
  --renew      renews only, and doesn’t read LISTS: for a machine with the online keys
  --newer-than HOST
               refuses where REPO is older than what an address or a folder shows
  --at MOMENT  signs as of a day (00:00 UTC) or a time as 2026-11-25T10:00:00Z, instead of now
  --json       {"list","version","isNew","entries","scopes","files","root","warnings"}

Exit: 0 published or renewed, 1 refused (faults of form; a REPO that is broken, busy, older or
signed later), 2 wrongly used or a key is missing.`;

const OPTIONS = {
  ...AT_OPTION,
  keys: { type: 'string' },
  out: { type: 'string' },
  renew: { type: 'boolean' },
  'newer-than': { type: 'string' },
} as const;

/** A first release adds everything; what one needs to follow the list must stay in sight. */
const MAX_SHOWN_CHANGES = 40;

/** What was signed file by file, and the many pages in one line. */
function describeFiles(files: readonly WrittenFile[]): readonly string[] {
  const signed = files.filter(({ path }) => /^(metadata|targets)\//.test(path));
  const lines = signed.map(({ path, bytes }) => `${path}: ${formatCount(bytes, 'byte', 'bytes')}`);
  const rest = files.length - signed.length;
  if (rest > 0) lines.push(formatCount(rest, 'page or export', 'pages and exports'));
  return lines;
}

function print(release: ReleaseResult, repoDir: string, isJson: boolean, io: CommandIo): void {
  const { list, version, isNew, entries, scopes, files, rootDigest: root, warnings } = release;
  for (const notice of release.notices) io.warn(notice);
  if (isJson) {
    const paths = files.map(({ path }) => join(repoDir, path));
    io.print(
      JSON.stringify({ list, version, isNew, entries, scopes, files: paths, root, warnings }),
    );
    return;
  }
  const counts = `${formatCount(entries, 'entry', 'entries')}, ${formatCount(scopes, 'scope', 'scopes')}`;
  const what = isNew ? 'published' : 'unchanged, renewed';
  io.print(`${list}: version ${version} of ${release.publishedOn} ${what}; ${counts}.`);
  const changes = isNew && release.diff ? describeDiff(release.diff) : [];
  for (const line of changes.slice(0, MAX_SHOWN_CHANGES)) io.print(line);
  const more = changes.length - MAX_SHOWN_CHANGES;
  if (more > 0) io.print(`… and ${more} more; "demonitor list diff" shows them all.`);
  for (const line of describeFiles(files)) io.print(line);
  io.print(`Root digest: ${root}`);
  const link = formatFollowLink('https://YOUR-ADDRESS/', root);
  io.print(`Link to follow it, once ${showText(repoDir)} is on a host: ${link}`);
}

/** `list publish`: a folder of entries becomes a signed release. */
export const runListPublish: Command = async (args, io) => {
  const { values, positionals } = parseOptions(args, OPTIONS, HELP);
  if (values.help) {
    io.print(HELP);
    return 0;
  }
  const { keys: keysDir, out: repoDir } = values;
  if (keysDir === undefined) throw new UsageError('Name the folder of keys: --keys KEYS.', HELP);
  if (repoDir === undefined) throw new UsageError('Name the repository: --out REPO.', HELP);
  if (values.renew && positionals.length > 0) {
    throw new UsageError(`--renew reads no list: leave out ${positionals[0]}.`, HELP);
  }
  const { now, today } = chooseMoment(values.at, { now: new Date(), today: io.today }, HELP);
  warnOfFuture(io, today);
  const seal = { passphrase: readPassphrase(HELP) };
  const options = { keysDir, seal, repoDir, now, renderPages };
  try {
    if (values['newer-than'] !== undefined) await refuseOlder(repoDir, values['newer-than']);
    if (values.renew) {
      print(
        { ...(await renewWithFolder(options)), warnings: [] },
        repoDir,
        values.json ?? false,
        io,
      );
      return 0;
    }
    const listsDir = await takeFolder(positionals, HELP);
    const release = await publishRelease({ ...options, listsDir, today });
    if (release.entries === 0) warnOfEmpty(io, listsDir);
    if (release.warnings.length > 0) io.warn('Warnings (policy):');
    for (const line of formatProblems(release.warnings)) io.warn(line);
    print(release, repoDir, values.json ?? false, io);
    return 0;
  } catch (error) {
    if (error instanceof BrokenListError || isRefusal(error)) {
      io.warn(error.message);
      return 1;
    }
    throw error;
  }
};
