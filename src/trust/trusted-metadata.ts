/**
 * What a client keeps of a repository between updates (TUF §5.2): the files as they came, of which
 * the root alone must be there. Kept as text, so that it is verified again whenever it is read.
 */
export interface TrustedMetadata {
  readonly root: string;
  readonly timestamp?: string;
  readonly snapshot?: string;
  readonly targets?: string;
}
