import { describe, expect, it } from 'vitest';
import { readExplainingContext } from '../../src/background/explaining-context.ts';
import { GROUNDS } from '../code-of-practice/grounds.ts';
import { readCatalogue, readCodeFiles } from '../code-of-practice/read-code-files.ts';
import { NEVER_LIST, ORGANISATIONS, PLATFORMS, TODAY } from '../support/list-files.ts';

const CONTEXT = readExplainingContext(
  {
    format: 1,
    organisations: ORGANISATIONS,
    neverList: NEVER_LIST,
    platforms: PLATFORMS,
    code: readCodeFiles(),
  },
  TODAY,
);
const MEASURES = readCatalogue().texts.flatMap(({ measures }) => measures);

describe('the measures that explain a listing', () => {
  const shown = CONTEXT.explainCommitments(GROUNDS).flatMap(({ measures }) => measures);

  it('are marked unless their certainty is high', () => {
    const certain = MEASURES.filter(({ certainty }) => certainty === 'high').map(({ id }) => id);
    expect(shown.filter(({ isVerified }) => !isVerified)).not.toEqual([]);
    for (const { id, isVerified } of shown) {
      expect([id, isVerified]).toEqual([id, certain.includes(id)]);
    }
  });

  it('bring their notes', () => {
    const noted = shown.filter(({ note }) => note !== undefined);
    expect(noted).not.toEqual([]);
    for (const { id, note } of shown) {
      expect([id, note]).toEqual([id, MEASURES.find((measure) => measure.id === id)?.note]);
    }
  });
});
