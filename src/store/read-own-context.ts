import type { ScopeGuard } from '../list/check-scope.ts';
import { type Context, parseContext } from '../list/context.ts';
import type { StoreParts } from './store-parts.ts';

/** What the extension's own list says of the web: how hosts write, and what nobody may list whole. */
export interface OwnContext {
  readonly context: Context;
  readonly guard: ScopeGuard;
  /** The same for lists of others: the named exceptions are ours alone, whatever an entry is called. */
  readonly guardOfOthers: ScopeGuard;
}

/** Reads a context; undefined when it cannot be used. */
export function readOwnContext(
  value: unknown,
  { isPublicSuffix }: Pick<StoreParts, 'isPublicSuffix'>,
): OwnContext | undefined {
  const reading = parseContext(value);
  if (reading.kind === 'refused') return undefined;
  const { context, rules } = reading;
  const { neverList } = context;
  return {
    context,
    guard: { rules, neverList, isPublicSuffix },
    guardOfOthers: { rules, neverList: { ...neverList, exceptions: [] }, isPublicSuffix },
  };
}
