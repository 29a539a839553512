import * as v from 'valibot';
import { datedNoteField } from './dated-note.ts';
import {
  certaintyField,
  dayField,
  editionIdField,
  filledField,
  idField,
  partialDayField,
  sourceField,
} from './fields.ts';

const stintSchema = v.object({
  edition: editionIdField,
  /** First day, as far as it is known. */
  from: v.optional(partialDayField),
  fromCertainty: v.optional(certaintyField),
  /** Joined after this day; for those whose first day is not known. */
  after: v.optional(dayField),
  /** On record by the end of this day, month or year. */
  recordedBy: v.optional(partialDayField),
  /** Last record of it within the edition; later days are unverified. */
  confirmedUntil: v.optional(partialDayField),
  /** Last day: the day of leaving still counts. */
  to: v.optional(dayField),
  toCertainty: v.optional(certaintyField),
  /** It left, or it ceased to exist. */
  ended: v.optional(v.picklist(['withdrawal', 'closure'], '"withdrawal" or "closure"')),
  endSource: v.optional(sourceField),
  source: sourceField,
  certainty: certaintyField,
});

const subscriptionSchema = v.object({
  /** Which service the report speaks for: the signatory itself or one that its signature names. */
  service: idField,
  commitment: v.pipe(v.number('a whole number'), v.integer('a whole number')),
  /** Whether it subscribed to the commitment. */
  answer: v.picklist(['yes', 'no'], '"yes" or "no"; leave the record out when unknown'),
  /** Left out when the report does not show them. */
  measures: v.optional(v.array(filledField)),
  /** Month of the report that says so. */
  reported: v.optional(partialDayField),
  /** The months that the report covers, as an ISO interval: `2024-07/2024-12`. */
  covers: v.optional(
    v.pipe(v.string('two months'), v.regex(/^\d{4}-\d{2}\/\d{4}-\d{2}$/, 'as 2024-07/2024-12')),
  ),
  source: sourceField,
  certainty: certaintyField,
  note: v.optional(datedNoteField),
});

/** `signatories.json`: who signed which edition, for whom, and what was subscribed to. */
export const signatoriesFileSchema = v.object({
  /** The day on which all this was known. */
  known: dayField,
  signatories: v.array(
    v.object({
      service: idField,
      stints: v.pipe(v.array(stintSchema), v.minLength(1, 'at least one stint')),
      /** Services that the signature names. Others of the same owner inherit nothing. */
      covers: v.optional(
        v.array(
          v.object({
            service: idField,
            editions: v.array(editionIdField),
            source: sourceField,
            certainty: certaintyField,
          }),
        ),
      ),
      subscriptions: v.optional(v.array(subscriptionSchema)),
      /** In the order in which they are told. */
      notes: v.optional(v.array(datedNoteField)),
    }),
  ),
});

export type Signatory = v.InferOutput<typeof signatoriesFileSchema>['signatories'][number];
export type Stint = v.InferOutput<typeof stintSchema>;
export type Subscription = v.InferOutput<typeof subscriptionSchema>;
