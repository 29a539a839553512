import { writeFileSync } from 'node:fs';
import { type WriteFile, writeDurably } from '../../src/cli/write-durably.ts';

/** What a loss of power leaves of a file that was being written: nothing, or part of it aside. */
export const BREAKS = ['nothing', 'half a temporary file'] as const;
export type Break = (typeof BREAKS)[number];

class PowerLoss extends Error {}

/** Writes until the given call (from 1), which breaks off; says whether it came to that. */
function breakOffAt(call: number, kind: Break) {
  let calls = 0;
  const write: WriteFile = async (path, content) => {
    calls++;
    if (calls < call) return writeDurably(path, content);
    if (kind !== 'nothing') {
      const half = content.subarray(0, content.length >> 1);
      writeFileSync(path.replace(/[^/]+$/, '.demonitor-1-$&'), half);
    }
    throw new PowerLoss();
  };
  return { write, isBroken: () => calls >= call };
}

/** Runs the work with a write that breaks off; false when it was done before. */
export async function runBroken(
  call: number,
  kind: Break,
  work: (write: WriteFile) => Promise<unknown>,
): Promise<boolean> {
  const { write, isBroken } = breakOffAt(call, kind);
  try {
    await work(write);
  } catch (error) {
    if (!(error instanceof PowerLoss)) throw error;
  }
  return isBroken();
}
