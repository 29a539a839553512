import type { CodeCatalogue } from '../code-of-practice/code-catalogue.ts';
import type { Commitment, Measure } from '../code-of-practice/commitment.ts';
import { commitmentsFor, type Reach, type Role } from '../code-of-practice/commitments-for.ts';
import { type Edition, textOf } from '../code-of-practice/edition.ts';
import { findCommitment } from '../code-of-practice/find-commitment.ts';
import type { Law } from '../code-of-practice/law.ts';
import { lawsFor } from '../code-of-practice/laws-for.ts';
import { parseCodeCatalogue } from '../code-of-practice/parse-code-catalogue.ts';
import { editionOn } from '../code-of-practice/standing-on.ts';
import type { Context } from '../list/context.ts';
import type { Grounds } from '../list/entry.ts';
import type { Language } from './site-text.ts';

/** A commitment with all whom it asks, and the measures that the grounds touch. */
export interface ExplainedCommitment {
  readonly commitment: Commitment;
  readonly measures: readonly Measure[];
  readonly roles: readonly Role[];
  readonly reach: Reach;
  /** Whether number and substance are known to be the same in the edition in force. */
  readonly isVerified: boolean;
  readonly edition: Edition;
}

/** What the Code and the law say of sources listed on some grounds. */
export interface CodeExplainer {
  readonly explainCommitments: (grounds: readonly Grounds[]) => readonly ExplainedCommitment[];
  readonly explainLaws: (grounds: readonly Grounds[]) => readonly Law[];
}

/**
 * Reads the Code once for all pages; its edition is the one in force on the day `today`. What cannot
 * be read explains nothing: a list may come without.
 */
export function createCodeExplainer({ code }: Context, today: string): CodeExplainer {
  const parsed = parseCodeCatalogue(code);
  if (parsed.kind === 'problems') return { explainCommitments: () => [], explainLaws: () => [] };
  const { catalogue } = parsed;
  // Few combinations of grounds occur, in however many entries.
  const known = new Map<string, readonly ExplainedCommitment[]>();
  return {
    explainCommitments: (grounds) => {
      const key = grounds.join();
      const explained = known.get(key) ?? explain(catalogue, today, grounds);
      known.set(key, explained);
      return explained;
    },
    explainLaws: (grounds) => lawsFor(catalogue.laws, grounds),
  };
}

/** Sellers and buyers of ads are often asked the same thing: said once, with both named. */
function explain(
  catalogue: CodeCatalogue,
  today: string,
  grounds: readonly Grounds[],
): readonly ExplainedCommitment[] {
  const edition = editionOn(catalogue, today);
  const asked = commitmentsFor(grounds);
  const numbers = [...new Set(asked.map(({ commitment }) => commitment))];
  return numbers.flatMap((number) => {
    const found = edition && findCommitment(catalogue, edition.id, number);
    if (found?.kind !== 'commitment') return [];
    const rows = asked.filter(({ commitment }) => commitment === number);
    const ids = rows.flatMap(({ measures }) => measures);
    return [
      {
        commitment: found.commitment,
        measures: found.measures.filter(({ id }) => ids.includes(id)),
        roles: rows.map(({ role }) => role),
        reach: rows.some(({ reach }) => reach === 'always') ? 'always' : 'when-advertised',
        isVerified: found.isVerified,
        edition: found.edition,
      },
    ];
  });
}

/** Where the official text of a commitment's edition is. */
export function addressOf({ edition }: ExplainedCommitment, language: Language): string {
  return textOf(edition, language);
}
