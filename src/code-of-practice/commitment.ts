import * as v from 'valibot';
import {
  bothLanguagesField,
  certaintyField,
  editionIdField,
  filledField,
  idField,
  sourceField,
} from './fields.ts';

/** `roles.json`: whom a promise binds, in words. */
export const rolesFileSchema = v.object({
  roles: v.array(v.object({ id: idField, name: bothLanguagesField })),
});

const binds = v.pipe(v.array(idField), v.minLength(1, 'at least one role of roles.json'));

/** `commitments.json`, `commitments-2018.json`: the commitments of one edition, in our own words. */
export const commitmentsFileSchema = v.object({
  edition: editionIdField,
  chapters: v.array(v.object({ id: filledField, title: bothLanguagesField })),
  commitments: v.array(
    v.object({
      number: v.pipe(
        v.number('a whole number'),
        v.integer('a whole number'),
        v.minValue(1, '1 or more'),
      ),
      chapter: filledField,
      title: bothLanguagesField,
      summary: bothLanguagesField,
      binds,
      bindsCertainty: certaintyField,
      demonetisation: v.optional(
        v.object({
          role: v.picklist(['core', 'related'], '"core" or "related"'),
          why: bothLanguagesField,
        }),
      ),
      source: sourceField,
      certainty: certaintyField,
      note: v.optional(bothLanguagesField),
    }),
  ),
});

/** `measures.json`: the measures summarised so far; it is no complete list and must not be counted. */
export const measuresFileSchema = v.object({
  edition: editionIdField,
  measures: v.array(
    v.object({
      /** Number of the commitment, dot, number of the measure. */
      id: v.pipe(v.string('an id such as "1.1"'), v.regex(/^\d+\.\d+$/, 'an id such as "1.1"')),
      summary: bothLanguagesField,
      binds,
      source: sourceField,
      certainty: certaintyField,
      note: v.optional(bothLanguagesField),
    }),
  ),
});

type CommitmentsFile = v.InferOutput<typeof commitmentsFileSchema>;
export type Chapter = CommitmentsFile['chapters'][number];
export type Commitment = CommitmentsFile['commitments'][number];
export type Measure = v.InferOutput<typeof measuresFileSchema>['measures'][number];
export type RoleName = v.InferOutput<typeof rolesFileSchema>['roles'][number];

/** Number of the commitment that a measure belongs to. */
export function commitmentNumberOf(measureId: string): number {
  return Number(measureId.slice(0, measureId.indexOf('.')));
}
