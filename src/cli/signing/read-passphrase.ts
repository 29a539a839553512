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
