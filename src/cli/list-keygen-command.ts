import type { Command } from './command-io.ts';
import { UsageError } from './errors.ts';
import { parseOptions } from './parse-options.ts';
import { showText } from './show-text.ts';
import { DEFAULT_KEY_COUNTS, type KeyCount, type KeyCounts } from './signing/create-keys.ts';
import { generateKeyFolder } from './signing/generate-key-folder.ts';
import { MAX_ROLE_KEYS } from './signing/key-ring.ts';
import { readNewPassphrase } from './signing/read-passphrase.ts';
import { ROLES } from './signing/role.ts';

const HELP = `demonitor list keygen --out KEYS [--root N:T] [--targets N:T] [--snapshot N:T]
                       [--timestamp N:T] [--json]

Makes the keys that sign a list, Ed25519, N for each role, of which T must sign; 3:2 for root and
1:1 for the others unless said otherwise. KEYS/keys.json holds what anybody may see; each file of
KEYS/private/ one private key, sealed with the passphrase in DEMONITOR_PASSPHRASE (12 characters or
more; scrypt, AES-256-GCM). Keys that are there are never overwritten. Never commit KEYS or put it
where REPO is.

  --out KEYS       the folder to make
  --root N:T       who may change keys; keep these apart, off the machine that publishes
  --targets N:T    who may change the list
  --snapshot N:T   who says which files belong together
  --timestamp N:T  who says what is newest; needed at every publish, so its machine is on most
  --json           {"keys":{ROLE:[…]},"thresholds":{ROLE:T},"files":[…]}

Exit: 0 made, 2 wrongly used, no passphrase or a short one, or KEYS holds keys.`;

const OPTIONS = {
  out: { type: 'string' },
  root: { type: 'string' },
  targets: { type: 'string' },
  snapshot: { type: 'string' },
  timestamp: { type: 'string' },
} as const;

function parseCount(role: string, text: string): KeyCount {
  const match = /^(\d{1,3}):(\d{1,3})$/.exec(text);
  const [count, threshold] = [Number(match?.[1]), Number(match?.[2])];
  if (match && threshold >= 1 && threshold <= count && count <= MAX_ROLE_KEYS) {
    return { count, threshold };
  }
  const right = `keys, then how many of them must sign, as 3:2; at most ${MAX_ROLE_KEYS}`;
  throw new UsageError(`--${role} "${text}" will not do: ${right}.`, HELP);
}

/** `list keygen`: the keys of a new list. */
export const runListKeygen: Command = async (args, io) => {
  const { values, positionals } = parseOptions(args, OPTIONS, HELP);
  if (values.help) {
    io.print(HELP);
    return 0;
  }
  if (positionals.length > 0) {
    throw new UsageError(`keygen takes no words, only options: not ${positionals[0]}.`, HELP);
  }
  if (values.out === undefined) throw new UsageError('Name the folder to make: --out KEYS.', HELP);
  const counts: { -readonly [Role in keyof KeyCounts]: KeyCount } = { ...DEFAULT_KEY_COUNTS };
  for (const role of ROLES) {
    const text = values[role];
    if (text !== undefined) counts[role] = parseCount(role, text);
  }
  const passphrase = readNewPassphrase(HELP);
  const { ring, files } = await generateKeyFolder(values.out, { passphrase }, counts);
  const each = ROLES.map((role) => [role, ring.roles[role]] as const);
  if (values.json) {
    const keys = Object.fromEntries(each.map(([role, { keyids }]) => [role, keyids]));
    const thresholds = Object.fromEntries(each.map(([role, { threshold }]) => [role, threshold]));
    io.print(JSON.stringify({ keys, thresholds, files }));
    return 0;
  }
  for (const [role, { keyids, threshold }] of each) {
    const short = keyids.map((keyid) => keyid.slice(0, 8)).join(', ');
    io.print(`${role}: ${threshold} of ${keyids.length} must sign (${short})`);
  }
  io.print(`Written to ${showText(values.out)}: keys.json for all, private/ for nobody else.`);
  io.print('Copy private/ to a safe place now: whoever loses the root keys loses the list.');
  return 0;
};
