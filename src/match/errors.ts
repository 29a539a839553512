/** The index can't be built from this input: it breaks a promise of the one who gave it. */
export class IndexInputError extends Error {
  override readonly name = 'IndexInputError';
}
