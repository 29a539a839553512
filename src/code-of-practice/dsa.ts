import * as v from 'valibot';
import { datedNoteField } from './dated-note.ts';
import {
  addressField,
  bothLanguagesField,
  certaintyField,
  dayField,
  filledField,
  idField,
  partialDayField,
  sourceField,
} from './fields.ts';

/** Article 33(1): very large online platform, very large online search engine. */
const sizeField = v.picklist(['VLOP', 'VLOSE'], '"VLOP" or "VLOSE"');

const designationSchema = v.object({
  service: idField,
  kind: sizeField,
  provider: filledField,
  designated: dayField,
  /** Article 33(6): four months after notification. Left out when that day is not recorded. */
  dutiesFrom: v.optional(partialDayField),
  dutiesCertainty: v.optional(certaintyField),
  dutiesSource: v.optional(sourceField),
  /** The Commission said that the designation ends. */
  endAnnounced: v.optional(dayField),
  ended: v.optional(partialDayField),
  endCertainty: v.optional(certaintyField),
  endSource: v.optional(sourceField),
  note: v.optional(bothLanguagesField),
  source: sourceField,
  certainty: certaintyField,
});

/** `dsa.json`: Regulation (EU) 2022/2065, its articles that matter here, who is designated. */
export const dsaFileSchema = v.object({
  regulation: v.object({ number: filledField, name: bothLanguagesField, text: addressField }),
  articles: v.array(
    v.object({
      article: filledField,
      title: bothLanguagesField,
      summary: bothLanguagesField,
      /** Told after the summary. */
      notes: v.optional(v.array(datedNoteField)),
      source: sourceField,
      certainty: certaintyField,
    }),
  ),
  designations: v.array(designationSchema),
  underAssessment: v.array(
    v.object({
      service: idField,
      kind: sizeField,
      /** When that was said; earlier days know nothing of it. */
      reported: partialDayField,
      note: bothLanguagesField,
      source: sourceField,
      certainty: certaintyField,
    }),
  ),
});

export type Dsa = v.InferOutput<typeof dsaFileSchema>;
export type Designation = v.InferOutput<typeof designationSchema>;
export type DsaArticle = Dsa['articles'][number];
