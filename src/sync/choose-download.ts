import type { DeltaFile, Release } from './read-release.ts';

/** What is in force, as far as it decides what must be fetched. */
export interface InForce {
  readonly version: number;
  readonly digest: string;
}

export type Download =
  | { readonly kind: 'none' }
  | { readonly kind: 'delta'; readonly delta: DeltaFile }
  | { readonly kind: 'whole' };

/** The cheapest way from what is in force to a release: nothing, one delta, or the whole list. */
export function chooseDownload(current: InForce | undefined, release: Release): Download {
  if (current?.digest === release.digest) return { kind: 'none' };
  const delta = release.deltas.find(({ from }) => from === current?.version);
  // A list of few entries that nearly all changed: its delta is no gain.
  if (delta === undefined || delta.length >= release.sources.length) return { kind: 'whole' };
  return { kind: 'delta', delta };
}
