import * as v from 'valibot';
import {
  addressField,
  bothLanguagesField,
  certaintyField,
  filledField,
  idField,
  sourceField,
} from './fields.ts';

/** `laws.json`: binding law that bears on sources listed on certain grounds. */
export const lawsFileSchema = v.object({
  laws: v.array(
    v.object({
      id: idField,
      act: bothLanguagesField,
      article: filledField,
      annex: v.optional(filledField),
      /** Grounds of entries; plain text, so that an older reader survives new grounds. */
      grounds: v.array(filledField),
      summary: bothLanguagesField,
      note: v.optional(bothLanguagesField),
      text: addressField,
      source: sourceField,
      certainty: certaintyField,
    }),
  ),
});

export type Law = v.InferOutput<typeof lawsFileSchema>['laws'][number];
