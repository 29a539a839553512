import { UsageError } from '../errors.ts';

/** Names the passphrase, so that it stands in no history of commands and no list of processes. */
const PASSPHRASE_VARIABLE = 'DEMONITOR_PASSPHRASE';

/**
 * The passphrase of private keys. Never asked for: what asks hangs where nobody answers.
 *
 * @throws UsageError when there is none
 */
export function readPassphrase(help: string): string {
  const passphrase = process.env[PASSPHRASE_VARIABLE];
  if (passphrase !== undefined && passphrase !== '') return passphrase;
  throw new UsageError(
    `Private keys are sealed with a passphrase: put it into ${PASSPHRASE_VARIABLE}.`,
    help,
  );
}

const MIN_PASSPHRASE_CHARS = 12;

/**
 * The passphrase of keys yet to be made. Those that are there open with whatever they were sealed.
 *
 * @throws UsageError when there is none, or one that is soon guessed
 */
export function readNewPassphrase(help: string): string {
  const passphrase = readPassphrase(help);
  // As a person counts: what one key press makes may be several code units.
  const length = [...passphrase.normalize('NFC')].length;
  if (length >= MIN_PASSPHRASE_CHARS) return passphrase;
  throw new UsageError(
    `The passphrase in ${PASSPHRASE_VARIABLE} is too short: ${length} of at least ${MIN_PASSPHRASE_CHARS} characters. Whoever gets at a key file may try passphrases on it for as long as they like; four or five words chosen by chance last.`,
    help,
  );
}
