import type { CodeCatalogue } from '../code-of-practice/code-catalogue.ts';
import type { Measure } from '../code-of-practice/commitment.ts';
import { commitmentsFor } from '../code-of-practice/commitments-for.ts';
import { findCommitment } from '../code-of-practice/find-commitment.ts';
import { lawsFor } from '../code-of-practice/laws-for.ts';
import { parseCodeCatalogue } from '../code-of-practice/parse-code-catalogue.ts';
import { editionOn } from '../code-of-practice/standing-on.ts';
import { parseContext } from '../list/context.ts';
import type { Grounds } from '../list/entry.ts';
import type { AskedCommitment, ShownLaw, ShownMeasure } from '../messages/described-address.ts';

/** What explains a listing: what the Code and the law say of its grounds. */
export interface ExplainingContext {
  readonly explainCommitments: (grounds: readonly Grounds[]) => readonly AskedCommitment[];
  readonly explainLaws: (grounds: readonly Grounds[]) => readonly ShownLaw[];
}

/**
 * Reads the stored context; the Code's edition is the one in force on the day `today`. What cannot
 * be read explains nothing, but takes no verdict back.
 */
export function readExplainingContext(value: unknown, today: string): ExplainingContext {
  const reading = parseContext(value);
  if (reading.kind === 'refused') {
    return { explainCommitments: () => [], explainLaws: () => [] };
  }
  const parsed = parseCodeCatalogue(reading.context.code);
  const catalogue = parsed.kind === 'catalogue' ? parsed.catalogue : undefined;
  return {
    explainCommitments: (grounds) =>
      catalogue ? explainCommitments(catalogue, today, grounds) : [],
    explainLaws: (grounds) =>
      lawsFor(catalogue?.laws ?? [], grounds).map(({ act, summary, note, text }) => ({
        act,
        summary,
        ...(note === undefined ? {} : { note }),
        url: text,
      })),
  };
}

function explainCommitments(
  catalogue: CodeCatalogue,
  today: string,
  grounds: readonly Grounds[],
): readonly AskedCommitment[] {
  const edition = editionOn(catalogue, today);
  return commitmentsFor(grounds).flatMap(({ commitment: number, measures: ids, role, reach }) => {
    const found = edition && findCommitment(catalogue, edition.id, number);
    if (found?.kind !== 'commitment') return [];
    const measures = found.measures.filter(({ id }) => ids.includes(id)).map(toShownMeasure);
    const { title, summary } = found.commitment;
    const { isVerified } = found;
    const url = found.edition.text;
    return [{ commitment: number, title, summary, measures, role, reach, isVerified, url }];
  });
}

function toShownMeasure({ id, summary, certainty, note }: Measure): ShownMeasure {
  return {
    ...{ id, summary, isVerified: certainty === 'high' },
    ...(note === undefined ? {} : { note }),
  };
}
