/** One fault in a list file, in words a contributor can act on. */
export interface Problem {
  /** Path below the list folder: `sources/example-truth.json`. */
  readonly file: string;
  /** Where in the file: `evidence[2].date`; empty for the file as a whole. */
  readonly field: string;
  readonly what: string;
  /** What would be right. */
  readonly cure: string;
  /** `form`: the file cannot be used; `policy`: readable, but not what lists/README.md asks for. */
  readonly level: 'form' | 'policy';
}
