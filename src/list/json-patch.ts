import * as v from 'valibot';

/** What turns one JSON object, or one array, into another. Whatever it does not name stays. */
export interface JsonPatch {
  /** Fields of an object that get this value. */
  readonly set?: Readonly<Record<string, unknown>> | undefined;
  /** Fields of an object that go. */
  readonly unset?: readonly string[] | undefined;
  /** Fields of an object, or items by their old place, that are objects or arrays and change. */
  readonly edit?: Readonly<Record<string, JsonPatch>> | undefined;
  /** Old places of an array's items that go, rising. */
  readonly remove?: readonly number[] | undefined;
  /** Items that come into an array. */
  readonly add?: readonly unknown[] | undefined;
  /** Their new places, rising; without them, at the end. */
  readonly at?: readonly number[] | undefined;
}

const placesSchema = v.optional(
  v.pipe(
    v.array(v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(0, 'at least 0'))),
    v.check(
      (places) => places.every((place, at) => at === 0 || place > (places[at - 1] ?? place)),
      'places that rise',
    ),
  ),
);

const fields = {
  set: v.optional(v.record(v.string(), v.unknown())),
  unset: v.optional(v.array(v.string())),
  remove: placesSchema,
  add: v.optional(v.array(v.unknown())),
  at: placesSchema,
};

/**
 * Fields that this reader doesn't know are refused: a patch half applied gives something else than
 * was meant.
 */
export const jsonPatchSchema: v.GenericSchema<unknown, JsonPatch> = v.strictObject({
  ...fields,
  edit: v.optional(
    v.record(
      v.string(),
      v.lazy(() => jsonPatchSchema),
    ),
  ),
});
