import * as v from 'valibot';
import type { AddressRules } from '../match/address-rules.ts';
import { compareText, formatCanonicalJson } from './canonical-json.ts';
import { describeHostileText } from './describe-hostile-text.ts';
import { describeIssues } from './describe-issues.ts';
import { isSafetyIssue } from './field-types.ts';
import { MAX_FILE_PROBLEMS } from './limits.ts';
import { parseLinkRules } from './link-rule-schema.ts';
import type { ListSource } from './list-source.ts';
import { type NeverList, neverListSchema } from './never-list.ts';
import { type Organisation, organisationSchema } from './organisation.ts';
import { buildAddressRules, type Platforms, platformsSchema } from './platforms.ts';
import type { Problem } from './problem.ts';

const CONTEXT_FORMAT = 1;

/** What a list is read with: who its organisations are, what the Code says, how hosts write. */
export interface Context {
  readonly format: number;
  readonly organisations: readonly Organisation[];
  readonly neverList: NeverList;
  readonly platforms: Platforms;
  /** The files of `lists/code/` by name; their parsers are in `src/code-of-practice`. */
  readonly code: Readonly<Record<string, unknown>>;
}

const envelopeSchema = v.looseObject({
  format: v.literal(CONTEXT_FORMAT, `format ${CONTEXT_FORMAT}; a newer Demonitor may read it`),
  organisations: v.array(v.looseObject({ id: v.string() })),
  neverList: neverListSchema,
  platforms: v.looseObject({
    hosts: v.array(v.unknown()),
    wrappers: v.optional(v.array(v.unknown()), []),
  }),
  code: v.record(v.string(), v.unknown()),
});

/** What a reader makes of `context.bin`. */
export type ContextReading =
  | {
      readonly kind: 'context';
      readonly context: Context;
      readonly rules: AddressRules;
      /** Organisations, platforms and wrappers with a value newer than this reader: left out. */
      readonly setAside: number;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** The context that is published beside a list. */
export function compileContext(list: ListSource): Context {
  return {
    format: CONTEXT_FORMAT,
    organisations: [...list.organisations].sort((a, b) => compareText(a.id, b.id)),
    neverList: list.neverList,
    platforms: list.platforms,
    code: list.code,
  };
}

/** The one text of a context. */
export function formatContext(context: Context): string {
  return formatCanonicalJson(context);
}

/** Reads a context from outside; tolerant of newer values as the reader of lists is. */
export function parseContext(value: unknown): ContextReading {
  const file = 'context';
  const hostile = describeHostileText(file, value);
  if (hostile.length > 0) return { kind: 'refused', problems: hostile };
  const envelope = v.safeParse(envelopeSchema, value);
  if (!envelope.success) {
    return { kind: 'refused', problems: describeIssues(file, envelope.issues) };
  }
  const { output } = envelope;
  const organisations: Organisation[] = [];
  const problems: Problem[] = [];
  let setAside = 0;
  for (const item of output.organisations) {
    if (problems.length >= MAX_FILE_PROBLEMS) break;
    const parsed = v.safeParse(organisationSchema, item);
    if (parsed.success) organisations.push(parsed.output);
    else {
      setAside += 1;
      const name = `${file}: ${item.id}`;
      problems.push(...describeIssues(name, parsed.issues.filter(isSafetyIssue)));
    }
  }
  const hosts: Platforms['hosts'] = [];
  for (const item of output.platforms.hosts) {
    const parsed = v.safeParse(platformsSchema.entries.hosts.item, item);
    if (parsed.success) hosts.push(parsed.output);
    else setAside += 1;
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  const wrappers = parseLinkRules(output.platforms.wrappers);
  setAside += output.platforms.wrappers.length - wrappers.length;
  const platforms = { ...output.platforms, hosts, wrappers };
  const context = { ...output, organisations, platforms };
  return { kind: 'context', context, rules: buildAddressRules(platforms), setAside };
}
