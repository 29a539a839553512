/** tldts ships its suffixes as a flat trie and types it, but not under the path that Node loads. */
declare module 'tldts/dist/cjs/src/data/trie.js' {
  /** Other than 0 where a rule ends. */
  export const nodeFlags: Uint8Array;
  /** First edge of each node; its last one lies before that of the next node. */
  export const edgeStart: Uint16Array;
  export const edgeLength: Uint8Array;
  export const edgeChild: Uint16Array;
  /** The labels of all edges, one after the other. */
  export const labelText: string;
  export const rulesRoot: number;
}
