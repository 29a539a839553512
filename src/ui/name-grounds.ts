import type { Grounds } from '../list/entry.ts';
import type { MessageKey, Text } from './text.ts';

interface GroundsTexts {
  readonly name: MessageKey;
  /** The name inside a sentence, where it has no capital. */
  readonly following: MessageKey;
  readonly sentence: MessageKey;
}

/** The texts of each reason for being listed: its name and one sentence. */
export const GROUNDS_TEXTS: Readonly<Record<Grounds, GroundsTexts>> = {
  'repeated-false-claims': {
    name: 'grounds_repeated_false_claims',
    following: 'grounds_repeated_false_claims_following',
    sentence: 'grounds_repeated_false_claims_text',
  },
  'fabricated-news': {
    name: 'grounds_fabricated_news',
    following: 'grounds_fabricated_news_following',
    sentence: 'grounds_fabricated_news_text',
  },
  impersonation: {
    name: 'grounds_impersonation',
    following: 'grounds_impersonation_following',
    sentence: 'grounds_impersonation_text',
  },
  'influence-operation': {
    name: 'grounds_influence_operation',
    following: 'grounds_influence_operation_following',
    sentence: 'grounds_influence_operation_text',
  },
  'banned-outlet': {
    name: 'grounds_banned_outlet',
    following: 'grounds_banned_outlet_following',
    sentence: 'grounds_banned_outlet_text',
  },
};

/** `Impersonation and influence operation`: the reasons in one line. */
export function nameGrounds(grounds: readonly Grounds[], text: Pick<Text, 'say' | 'list'>): string {
  const names = grounds.map((each, place) => {
    const { name, following } = GROUNDS_TEXTS[each];
    return text.say(place === 0 ? name : following);
  });
  return text.list(names);
}
