import * as v from 'valibot';
import { textField } from './field-types.ts';

const MAX_PARTS = 200;
const MAX_PART_CHARS = 200;

const hostPatternField = v.pipe(
  v.string(),
  v.regex(
    /^(?:\*\.)?(?:[a-z0-9-]+\.)+(?:[a-z0-9-]+|\*)$/,
    'a host, "*." before one, or ".*" in place of a country’s ending',
  ),
  v.check((host) => !(host.startsWith('*.') && host.endsWith('.*')), 'one asterisk at most'),
);
const endingField = v.pipe(
  v.string(),
  v.regex(/^(?:\.[a-z0-9-]+){2,}$/, 'the end of a host, with its dot in front'),
);
const pathField = v.pipe(
  v.string(),
  v.regex(/^\/[\x21-\x7e]*$/, 'a path, with its slash in front'),
);
const partField = textField(MAX_PART_CHARS);

function listField<Item extends v.BaseSchema<unknown, string, v.BaseIssue<unknown>>>(item: Item) {
  return v.pipe(
    v.array(item),
    v.minLength(1, 'one at least'),
    v.maxLength(MAX_PARTS, `at most ${MAX_PARTS}`),
  );
}

const form = {
  encoding: v.optional(v.picklist(['base64', 'proofpoint'], '"base64" or "proofpoint"')),
  after: v.optional(partField),
  skip: v.optional(v.pipe(v.number(), v.integer('a whole number'), v.minValue(1, 'at least 1'))),
  until: v.optional(partField),
  isBare: v.optional(v.literal(true, 'true, or nothing')),
};

/**
 * A rule of `wrappers` in `lists/platforms.json` (`src/links/link-rule.ts`). Strict, unlike other
 * parts of a list: a rule of which only half were understood would read another address.
 */
export const linkRuleSchema = v.strictObject({
  hosts: listField(hostPatternField),
  paths: v.optional(listField(pathField)),
  target: v.variant(
    'in',
    [
      v.strictObject({ in: v.literal('query'), keys: listField(partField), ...form }),
      v.strictObject({ in: v.literal('path'), ...form }),
      v.strictObject({ in: v.literal('host'), ending: endingField }),
      v.strictObject({ in: v.literal('text'), on: listField(hostPatternField) }),
    ],
    'one of "query", "path", "host", "text"',
  ),
});

type LinkRuleValue = v.InferOutput<typeof linkRuleSchema>;

/** The rules that this version understands; those of a newer one are left out. */
export function parseLinkRules(items: readonly unknown[]): LinkRuleValue[] {
  return items.flatMap((item) => {
    const parsed = v.safeParse(linkRuleSchema, item);
    return parsed.success ? [parsed.output] : [];
  });
}
