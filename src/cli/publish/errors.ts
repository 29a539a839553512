import { UnusableKeysError } from '../signing/errors.ts';
import type { Role } from '../signing/role.ts';

/** A repository that isn't as its publisher left it: nothing is written over it. */
export class BrokenRepositoryError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BrokenRepositoryError';
  }
}

/** Another process writes to the repository, or one was stopped while it did. */
export class BusyRepositoryError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BusyRepositoryError';
  }
}

/** A repository that is older than its host, or may be: what is published from it nobody would take. */
export class UnconfirmedRepositoryError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnconfirmedRepositoryError';
  }
}

/** What would be signed is of a moment before what is there: one of two clocks is wrong. */
export class WrongClockError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WrongClockError';
  }
}

/** Whether a repository was left as it is, for a reason that its publisher can do something about. */
export function isRefusal(error: unknown): error is Error {
  return [
    BrokenRepositoryError,
    BusyRepositoryError,
    UnconfirmedRepositoryError,
    WrongClockError,
  ].some((kind) => error instanceof kind);
}

const LOSS: Readonly<Record<Role, string>> = {
  root: 'Without them no key can be changed, and once the root expires no reader takes the list',
  targets: 'Without them the list can’t be changed; "--renew" still renews it as it is',
  snapshot: 'Without them no new release can be put together',
  timestamp: 'Without them nothing can be published or renewed, and readers keep what they have',
};

/** What was signed before, which decides whether anything goes on without the keys. */
export type SignedBefore = 'holds' | 'expired' | 'revoked';

const LAPSE: Readonly<Record<Exclude<SignedBefore, 'holds'>, string>> = {
  expired: 'has expired',
  revoked: 'was signed with keys that were revoked since',
};

/** Too few private keys of a role are here to sign for it. */
export class MissingKeyError extends UnusableKeysError {
  readonly role: Role;
  constructor(role: Role, found: number, threshold: number, before: SignedBefore = 'holds') {
    const keys = `${threshold} of the ${role} keys must sign, and ${found} of them are here`;
    const loss =
      before === 'holds'
        ? LOSS[role]
        : `What is there ${LAPSE[before]}: until they sign again, "--renew" can do nothing either, and readers keep what they have`;
    super(`${keys}. ${loss}.`);
    this.name = 'MissingKeyError';
    this.role = role;
  }
}
