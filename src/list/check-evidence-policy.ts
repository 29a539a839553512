import { collectSupport, type SupportedScope } from './collect-support.ts';
import type { NamedEntry } from './entry.ts';
import type { ListSource } from './list-source.ts';
import type { Problem } from './problem.ts';
import { canTieMirror, judgeScope, type Lack, type Organisations } from './standing.ts';
import { toCanonicalScope } from './to-canonical-scope.ts';

function describeLack(lack: Lack): { what: string; cure: string } {
  switch (lack.kind) {
    case 'organisations':
      return {
        what: `has evidence of ${lack.found} independent organisation${lack.found === 1 ? '' : 's'}`,
        cure: `${lack.needed} independent organisations, or one legal act`,
      };
    case 'recognised':
      return {
        what: 'has no evidence of a recognised organisation that judges outlets',
        cure: 'an item of an organisation with "recognised": true in organisations.json',
      };
    case 'shown':
      return {
        what: 'stands on ratings and source lists alone, or on cases that judge only a message',
        cure: 'a fact-check, an investigation or a legal act',
      };
    case 'carrier':
      return {
        what: 'has no item that carries it: all are undated, judge only the message or are unknown',
        cure: 'a dated item of an organisation that judges outlets; never invent a day',
      };
    default:
      return lack satisfies never;
  }
}

/**
 * Holds every scope of an entry to the policy (lists/README.md). Not asked of suspended
 * and removed entries: they accuse nobody, and may be so because their evidence fell.
 */
export function checkStanding(
  { slug, entry }: NamedEntry,
  list: ListSource,
  organisations: Organisations,
): readonly Problem[] {
  if (entry.state === 'suspended' || entry.state === 'removed') return [];
  const needed = list.info.thresholds.independentOrganisations;
  const supported = collectSupport(entry, list.rules);
  const judged = supported.map((scope) => ({
    ...scope,
    standing: judgeScope(scope.items, organisations, needed),
  }));
  const standing = new Set<string>();
  for (const one of judged) if (one.standing.kind === 'stands') standing.add(one.canonical);
  const isTied = ({ items }: SupportedScope): boolean =>
    items.some((item) => {
      if (item.mirrorOf === undefined || !canTieMirror(item, organisations)) return false;
      return standing.has(toCanonicalScope(item.mirrorOf, list.rules));
    });
  const file = `sources/${slug}.json`;
  return judged.flatMap((one) => {
    if (one.standing.kind === 'stands' || isTied(one)) return [];
    return one.standing.lacks.map((lack) => {
      const { what, cure } = describeLack(lack);
      return {
        file,
        field: one.field,
        what: `${one.text} ${what}`,
        cure,
        level: 'policy' as const,
      };
    });
  });
}
