import * as v from 'valibot';
import {
  addressField,
  bothLanguagesField,
  certaintyField,
  dayField,
  editionIdField,
  sourceField,
} from './fields.ts';

const count = v.pipe(
  v.number('a whole number'),
  v.integer('a whole number'),
  v.minValue(0, '0 or more'),
);

/** `editions.json`: what the Code is called, from when each edition holds, where its text is. */
export const editionsFileSchema = v.object({
  editions: v.array(
    v.object({
      id: editionIdField,
      title: bothLanguagesField,
      /** In force from this day until the next edition is. */
      from: dayField,
      /** As officially stated; never counted from our own data. */
      commitments: count,
      measures: v.optional(count),
      /** Official address of the text. */
      text: addressField,
      /** The same in French, where such a page is known. */
      textFr: v.optional(addressField),
      source: sourceField,
      certainty: certaintyField,
      note: v.optional(bothLanguagesField),
      /** Commitments of the edition before that kept number and substance, as far as known. */
      carriedOver: v.optional(
        v.array(
          v.object({
            commitments: v.array(count),
            certainty: certaintyField,
            source: sourceField,
          }),
        ),
      ),
    }),
  ),
});

export type Edition = v.InferOutput<typeof editionsFileSchema>['editions'][number];

/** Official address of the text in a language; in English where no other is known. */
export function textOf({ text, textFr }: Edition, language: 'en' | 'fr'): string {
  return language === 'fr' ? (textFr ?? text) : text;
}
