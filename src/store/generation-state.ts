import * as v from 'valibot';

/** Which generation of shards counts, and what they must look like. */
export interface GenerationState {
  readonly generation: number;
  readonly digest: string;
  /** The version of the extension whose shipped release was last considered. */
  readonly floorVersion: string;
}

const generationStateSchema = v.object({
  generation: v.number(),
  digest: v.string(),
  floorVersion: v.string(),
});

/** The state as the database gives it back; undefined when there is none, or it was damaged. */
export function parseGenerationState(value: unknown): GenerationState | undefined {
  const parsed = v.safeParse(generationStateSchema, value);
  return parsed.success ? parsed.output : undefined;
}
