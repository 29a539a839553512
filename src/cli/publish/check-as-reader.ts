import { formatContext, parseContext } from '../../list/context.ts';
import { formatListPieces } from '../../list/list-text.ts';
import { ListTextReader } from '../../list/list-text-reader.ts';
import type { Problem } from '../../list/problem.ts';
import { isPublicSuffix } from '../../sync/public-suffix.ts';
import type { ReleaseContent } from './build-release.ts';

/**
 * What readers would refuse a release for. It is asked before anything is signed: a release that
 * nobody takes would leave all readers with the one before, and only they would notice.
 */
export function checkAsReader({ compiled, context }: ReleaseContent): readonly Problem[] {
  const reading = parseContext(JSON.parse(formatContext(context)));
  if (reading.kind === 'refused') return reading.problems;
  const { rules, context: read } = reading;
  const guard = { rules, neverList: read.neverList, isPublicSuffix };
  const reader = new ListTextReader(guard);
  for (const piece of formatListPieces(compiled)) {
    for (const _ of reader.push(piece)) {
      // Only its verdict at the end is of interest.
    }
  }
  const verdict = reader.finish();
  return verdict.kind === 'refused' ? verdict.problems : [];
}
