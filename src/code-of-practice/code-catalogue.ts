import * as v from 'valibot';
import type { Chapter, Commitment, Measure, RoleName } from './commitment.ts';
import type { Dsa } from './dsa.ts';
import type { Edition } from './edition.ts';
import {
  bothLanguagesField,
  certaintyField,
  editionIdField,
  filledField,
  sourceField,
} from './fields.ts';
import type { Law } from './law.ts';
import type { Service } from './service.ts';
import type { Signatory } from './signatory.ts';

/** `changes-2025.json`: what is known of the step from 2022 to 2025. */
export const changesFileSchema = v.object({
  edition: editionIdField,
  changes: v.array(
    v.object({
      id: filledField,
      /** Those that it touches; left out where it touches the edition as a whole. */
      commitments: v.optional(v.pipe(v.array(v.number('a whole number')), v.minLength(1, 'one'))),
      finding: bothLanguagesField,
      source: sourceField,
      certainty: certaintyField,
    }),
  ),
});
type Changes = v.InferOutput<typeof changesFileSchema>;
export type Change = Changes['changes'][number];

/** The commitments of one edition. */
export interface EditionText {
  readonly edition: string;
  readonly chapters: readonly Chapter[];
  readonly commitments: readonly Commitment[];
  /** Those summarised so far; no complete list, so never to be counted. */
  readonly measures: readonly Measure[];
}

/** Everything that `lists/code/` says of the Code, parsed and with its references checked. */
export interface CodeCatalogue {
  /** The day on which all this was known. */
  readonly known: string;
  /** Oldest first. */
  readonly editions: readonly Edition[];
  readonly texts: readonly EditionText[];
  readonly roles: readonly RoleName[];
  readonly changes: Changes;
  readonly services: readonly Service[];
  readonly signatories: readonly Signatory[];
  readonly dsa: Dsa;
  readonly laws: readonly Law[];
}
