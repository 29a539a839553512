import type { CodeCatalogue } from './code-catalogue.ts';
import type { Chapter, Commitment, Measure } from './commitment.ts';
import { commitmentNumberOf } from './commitment.ts';
import type { Edition } from './edition.ts';
import type { Certainty } from './fields.ts';

/** That a commitment of one edition was read from another one's text. */
interface ReadFrom {
  readonly edition: string;
  /** That number and substance are the same in both; `low` where that isn't known at all. */
  readonly certainty: Certainty;
  readonly source: readonly string[];
}

export type CommitmentAnswer =
  | {
      readonly kind: 'commitment';
      readonly edition: Edition;
      readonly chapter: Chapter;
      readonly commitment: Commitment;
      /** Those summarised so far: no complete list. */
      readonly measures: readonly Measure[];
      /** Whether it may be shown without "unverified". */
      readonly isVerified: boolean;
      /** Set where we hold no text of this edition's own: 2025 is read from 2022. */
      readonly readFrom?: ReadFrom;
    }
  | { readonly kind: 'unknown-edition'; readonly editions: readonly string[] }
  | { readonly kind: 'unknown-commitment'; readonly edition: Edition };

/**
 * Commitment `number` of an edition. 2025 has one commitment fewer than 2022 and which one went is
 * not known: there the text of 2022 is given with how sure it is that the number still fits.
 */
export function findCommitment(
  catalogue: CodeCatalogue,
  editionId: string,
  number: number,
): CommitmentAnswer {
  const { editions, texts } = catalogue;
  const edition = editions.find(({ id }) => id === editionId);
  if (!edition) return { kind: 'unknown-edition', editions: editions.map(({ id }) => id) };

  const own = texts.find((text) => text.edition === edition.id);
  const text = own ?? texts.at(-1);
  const commitment = text?.commitments.find((one) => one.number === number);
  const chapter = text?.chapters.find(({ id }) => id === commitment?.chapter);
  const isBeyond = number > edition.commitments;
  if (!text || !commitment || !chapter || isBeyond) return { kind: 'unknown-commitment', edition };

  const measures = text.measures.filter(({ id }) => commitmentNumberOf(id) === number);
  const found = { kind: 'commitment', edition, chapter, commitment, measures } as const;
  if (own) return { ...found, isVerified: commitment.certainty === 'high' };
  const carried = edition.carriedOver?.find(({ commitments }) => commitments.includes(number));
  const readFrom: ReadFrom = {
    edition: text.edition,
    certainty: carried?.certainty ?? 'low',
    source: carried?.source ?? edition.source,
  };
  const isVerified = commitment.certainty === 'high' && readFrom.certainty === 'high';
  return { ...found, isVerified, readFrom };
}
