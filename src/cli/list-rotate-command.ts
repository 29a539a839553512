import { join } from 'node:path';
import { chooseMoment, warnOfFuture } from './choose-moment.ts';
import type { Command } from './command-io.ts';
import { UsageError } from './errors.ts';
import { isFolder } from './is-folder.ts';
import { AT_OPTION, parseOptions } from './parse-options.ts';
import { isRefusal } from './publish/errors.ts';
import { refuseOlder } from './publish/refuse-older.ts';
import { type RotatedKeys, rotateWithFolder } from './publish/rotate-keys.ts';
import { showText } from './show-text.ts';
import { MAX_ROLE_KEYS } from './signing/key-ring.ts';
import { readPassphrase } from './signing/read-passphrase.ts';
import { isRole, ROLES, type Role } from './signing/role.ts';

const HELP = `demonitor list rotate ROLE… --keys KEYS --out REPO [--revoke KEYID] [--add N] [--threshold T]
                           [--newer-than HOST] [--at MOMENT] [--json]

Changes the keys of each ROLE (root, targets, snapshot or timestamp): a new root, signed by the old
root keys and the new ones, then what ROLE signs, with a higher version. Readers who follow the list
notice nothing; what a revoked key signs is taken no longer. It answers both a lost key and a stolen
one; after a stolen targets key, rotate targets, snapshot and timestamp in one go. It needs the root
keys, and those of the roles that sign anew. Without --revoke, --add and --threshold, which go with
one ROLE, every key of each is replaced. A rotation that broke off is finished first.

  --keys KEYS      the folder of keys; new ones are added to it
  --out REPO       the repository
  --revoke KEYID   this key counts no longer; its first 8 digits do; may be said more than once
  --add N          so many new keys; else one for each that is revoked
  --threshold T    so many of them must sign; else as many as before
  --newer-than HOST
                   refuses where REPO is older than what an address or a folder shows
  --at MOMENT      signs as of a day (00:00 UTC) or a time as 2026-11-25T10:00:00Z, instead of now
  --json           {"role","roles","kind","rootVersion","added","revoked","files"}

Exit: 0 rotated, 1 refused (a REPO that is broken, busy, older or signed later), 2 wrongly used or a
key is missing.`;

const OPTIONS = {
  ...AT_OPTION,
  keys: { type: 'string' },
  out: { type: 'string' },
  revoke: { type: 'string', multiple: true },
  add: { type: 'string' },
  threshold: { type: 'string' },
  'newer-than': { type: 'string' },
} as const;

function parseCount(option: string, text: string | undefined, min: number): number | undefined {
  if (text === undefined) return undefined;
  const count = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= min && count <= MAX_ROLE_KEYS) return count;
  throw new UsageError(`--${option} "${text}" is no number from ${min} to ${MAX_ROLE_KEYS}.`, HELP);
}

/** The first role apart, since there is always one. */
function parseRoles(words: readonly string[]): readonly [Role, ...Role[]] {
  const roles = words.map((word) => {
    if (isRole(word)) return word;
    throw new UsageError(`"${word}" is no role: it is one of ${ROLES.join(', ')}.`, HELP);
  });
  const [role, ...more] = new Set(roles);
  if (role === undefined) throw new UsageError(`Which role? One of ${ROLES.join(', ')}.`, HELP);
  return [role, ...more];
}

function describe(
  roles: readonly Role[],
  rotated: RotatedKeys,
  keysDir: string,
): readonly string[] {
  const { kind, rootVersion, added, revoked } = rotated;
  const name = showText(keysDir);
  return [
    `${roles.join(', ')}: root ${rootVersion} is in force.`,
    ...(kind === 'caught-up'
      ? [
          `That was done already, by a rotation that had broken off or elsewhere; ${name} knows it now.`,
        ]
      : []),
    ...added.map((keyid) => `  new      ${keyid}`),
    ...revoked.map((keyid) => `  revoked  ${keyid}`),
    'Readers follow the list as before: the digest of 1.root.json stays the same.',
    ...(added.length > 0 ? [`Copy ${join(name, 'private')} to a safe place again.`] : []),
  ];
}

/** `list rotate`: other keys for the same list. */
export const runListRotate: Command = async (args, io) => {
  const { values, positionals } = parseOptions(args, OPTIONS, HELP);
  if (values.help) {
    io.print(HELP);
    return 0;
  }
  const roles = parseRoles(positionals);
  const { keys: keysDir, out: repoDir } = values;
  if (keysDir === undefined) throw new UsageError('Name the folder of keys: --keys KEYS.', HELP);
  if (repoDir === undefined) throw new UsageError('Name the repository: --out REPO.', HELP);
  const add = parseCount('add', values.add, 0);
  const threshold = parseCount('threshold', values.threshold, 1);
  const revoke = values.revoke ?? [];
  if (roles.length > 1 && (revoke.length > 0 || add !== undefined || threshold !== undefined)) {
    throw new UsageError('--revoke, --add and --threshold go with one role at a time.', HELP);
  }
  const { now, today } = chooseMoment(values.at, { now: new Date(), today: io.today }, HELP);
  warnOfFuture(io, today);
  const seal = { passphrase: readPassphrase(HELP) };
  if (!(await isFolder(repoDir))) throw new UsageError(`There is no folder ${repoDir}.`, HELP);
  try {
    if (values['newer-than'] !== undefined) await refuseOlder(repoDir, values['newer-than']);
    const change = { roles, revoke, add, threshold };
    const rotated = await rotateWithFolder({ ...change, keysDir, seal, repoDir, now });
    if (values.json) {
      const files = rotated.files.map(({ path }) => join(repoDir, path));
      io.print(JSON.stringify({ role: roles[0], roles, ...rotated, files }));
    } else for (const line of describe(roles, rotated, keysDir)) io.print(line);
    return 0;
  } catch (error) {
    if (isRefusal(error)) {
      io.warn(error.message);
      return 1;
    }
    throw error;
  }
};
