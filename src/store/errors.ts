import type { SyncFailure } from '../sync/failure.ts';

/** The list inside the extension's package cannot be used: the package is damaged. */
export class BrokenFloorError extends Error {
  override readonly name = 'BrokenFloorError';

  constructor({ reason, role, file, detail }: SyncFailure) {
    const facts = [role, file, detail].filter((fact) => fact !== undefined).join(' ');
    super(`The list in this package cannot be used: ${reason} ${facts}`.trim());
  }
}

/** The list is no longer as a sync found it: another worker, or the reader, changed it meanwhile. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';

  constructor() {
    super('The list was changed while this sync fetched it.');
  }
}
