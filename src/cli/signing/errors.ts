import { UsageError } from '../errors.ts';

/** A folder of keys that can't be used as it is; the message says why and what to do. */
export class UnusableKeysError extends UsageError {
  constructor(message: string, options?: ErrorOptions) {
    super(message, undefined, options);
    this.name = 'UnusableKeysError';
  }
}
