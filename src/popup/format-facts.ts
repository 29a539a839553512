import type { ListedFinding } from '../messages/described-address.ts';
import type { Text } from '../ui/text.ts';

/** What those who keep a list need to find the entry, one fact a line, to be quoted in public. */
export function formatFacts(
  { list, slug, scope }: ListedFinding,
  address: string,
  text: Pick<Text, 'say'>,
): string {
  return [
    text.say('facts_list', list.id, String(list.version)),
    text.say('facts_entry', slug),
    text.say('facts_scope', scope),
    text.say('checked_address', withoutSecrets(address)),
  ].join('\n');
}

/**
 * Without query, fragment and credentials: no scope has them, and they may hold what is the
 * reader's alone.
 *
 * - `https://me:key@a.example/b?token=1#c` → `https://a.example/b`
 */
function withoutSecrets(address: string): string {
  return address.replace(/[?#].*$/s, '').replace(/^([a-z]+:\/\/)?[^/@]*@/i, '$1');
}
