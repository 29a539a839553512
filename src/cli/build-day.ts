import * as v from 'valibot';
import { isDay } from '../list/day.ts';

/** Beside the files of the product's own list, in `lists.json` of a build; in no `lists/` folder. */
export const BUILD_FILE = 'build.json';

const buildSchema = v.object({ builtOn: v.pipe(v.string(), v.check(isDay, 'no day that exists')) });

/** The text of `BUILD_FILE`: the list of a build gets no newer than the day it was made on. */
export function formatBuildDay(builtOn: string): string {
  return JSON.stringify({ builtOn } satisfies v.InferOutput<typeof buildSchema>);
}

/** The ISO day of the build that these files come from; `undefined` when they come from no build. */
export function readBuildDay(product: ReadonlyMap<string, string>): string | undefined {
  const text = product.get(BUILD_FILE);
  return text === undefined ? undefined : v.parse(buildSchema, JSON.parse(text)).builtOn;
}
