import HNTrieContainer from '@gorhill/ubo-core/js/hntrie.js';
import { findHostSlots, makeFoundSlots } from '../../src/match/find-slots.ts';
import { loadHostIndex } from '../../src/match/host-index.ts';
import { measureRuns } from './measure.ts';

/** Milliseconds from the stored form to the first answer. */
export interface LoadTimes {
  readonly ours: number;
  readonly jsonAndSet: number;
  readonly trie: number;
}

/**
 * Each from what its own writer wrote. The trie's reader sums up the whole buffer, which ours leaves
 * to whoever stores it; that is most of the difference to it.
 */
export function measureLoad(
  buffer: ArrayBuffer,
  hosts: readonly string[],
  trie: HNTrieContainer,
  root: number,
): LoadTimes {
  const asked = hosts[hosts.length >> 1] ?? '';
  const slots = makeFoundSlots();
  const json = JSON.stringify(hosts);
  // A copy for each run: a container works in the buffer that it was given.
  const selfies = Array.from({ length: 7 }, () => {
    const { buf32, checksum } = trie.toSelfie();
    return { buf32: buf32.slice(), checksum };
  });
  const expect = (isFound: boolean) => {
    if (!isFound) throw new Error('the first answer is wrong');
  };
  const ours = measureRuns(31, () => {
    const index = loadHostIndex(buffer);
    expect(index !== undefined && findHostSlots(index, asked, slots) > 0);
  });
  const trieTime = measureRuns(selfies.length, (run) => {
    const loaded = new HNTrieContainer();
    const selfie = selfies[run];
    expect(
      selfie !== undefined &&
        loaded.fromSelfie(selfie) &&
        loaded.setNeedle(asked).matches(root) >= 0,
    );
  });
  const jsonAndSet = measureRuns(5, () => {
    expect(new Set<string>(JSON.parse(json)).has(asked));
  });
  return { ours, jsonAndSet, trie: trieTime };
}
