import {
  edgeChild,
  edgeLength,
  edgeStart,
  labelText,
  nodeFlags,
  rulesRoot,
} from 'tldts/dist/cjs/src/data/trie.js';

/**
 * Every public suffix of two labels or more, private ones included, in ASCII. tldts answers for one
 * host only, so its data is walked here: the seed of a list is chosen under all of them.
 */
export function listPublicSuffixes(): readonly string[] {
  const starts: number[] = [];
  let start = 0;
  for (const length of edgeLength) {
    starts.push(start);
    start += length;
  }
  const suffixes: string[] = [];
  const open: { readonly node: number; readonly host: string }[] = [{ node: rulesRoot, host: '' }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { node, host } = at;
    if (nodeFlags[node] !== 0 && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) suffixes.push(host);
    const end = edgeStart[node + 1] ?? edgeLength.length;
    for (let edge = edgeStart[node] ?? end; edge < end; edge++) {
      const from = starts[edge] ?? 0;
      const label = labelText.slice(from, from + (edgeLength[edge] ?? 0));
      const child = edgeChild[edge];
      if (child !== undefined) {
        open.push({ node: child, host: host === '' ? label : `${label}.${host}` });
      }
    }
  }
  return suffixes.sort();
}
