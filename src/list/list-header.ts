import * as v from 'valibot';
import { MAX_SEED } from '../match/index-head.ts';
import { type CompiledList, LIST_FORMAT } from './compiled-list.ts';
import { countDays } from './day.ts';
import { describeHostileText } from './describe-hostile-text.ts';
import { describeIssues } from './describe-issues.ts';
import { dayField } from './field-types.ts';
import { listInfoSchema } from './list-info.ts';
import type { Problem } from './problem.ts';
import { reportTo } from './report-to.ts';

/** What a release says of itself before its entries; unknown fields are kept. */
export type ListHeader = Omit<CompiledList, 'entries' | 'setAside'>;

/** What a reader makes of a list's first line. */
export type ListHeaderReading =
  | { readonly kind: 'header'; readonly header: ListHeader }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

function wholeNumberField(min: number, max: number) {
  return v.pipe(
    v.number(),
    v.safeInteger('a whole number'),
    v.minValue(min, `at least ${min}`),
    v.maxValue(max, `at most ${max}`),
  );
}

const headerSchema = v.looseObject({
  format: v.literal(LIST_FORMAT, `format ${LIST_FORMAT}; a newer Demonitor may read it`),
  list: listInfoSchema,
  version: wholeNumberField(1, Number.MAX_SAFE_INTEGER),
  publishedOn: dayField,
  seed: wholeNumberField(0, MAX_SEED),
});

/** The header of a list, with what of it this reader doesn't know. */
export function toListHeader({ entries: _, setAside: __, ...header }: CompiledList): ListHeader {
  return header;
}

/**
 * Reads the header of a release from outside.
 *
 * @param today where it is given, a list from after tomorrow is refused too: it would be taken for
 *   fresh long after its time. (Tomorrow may be today where the publisher is.)
 */
export function parseListHeader(value: unknown, today?: string): ListHeaderReading {
  const file = 'release';
  const unsafe = describeHostileText(file, value);
  if (unsafe.length > 0) return { kind: 'refused', problems: unsafe };
  const parsed = v.safeParse(headerSchema, value);
  if (!parsed.success) return { kind: 'refused', problems: describeIssues(file, parsed.issues) };
  const header = parsed.output;
  const problems: Problem[] = [];
  const report = reportTo(problems, file, 'form');
  for (const field of ['entries', 'setAside']) {
    // We mean something else by it, so that the release could not be written again as it was.
    if (field in header) report(field, 'stands among the fields of the list', 'another name');
  }
  if (today !== undefined && countDays(today, header.publishedOn) > 1) {
    const what = `${header.publishedOn} is in the future`;
    report('publishedOn', what, `up to the day after ${today}`);
  }
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'header', header };
}
