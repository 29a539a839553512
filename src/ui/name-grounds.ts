import type { Grounds } from '../list/entry.ts';
import type { MessageKey } from './text.ts';

/** The texts of each reason for being listed: its name and one sentence. */
export const GROUNDS_TEXTS: Readonly<
  Record<Grounds, { readonly name: MessageKey; readonly sentence: MessageKey }>
> = {
  'repeated-false-claims': {
    name: 'grounds_repeated_false_claims',
    sentence: 'grounds_repeated_false_claims_text',
  },
  'fabricated-news': {
    name: 'grounds_fabricated_news',
    sentence: 'grounds_fabricated_news_text',
  },
  impersonation: { name: 'grounds_impersonation', sentence: 'grounds_impersonation_text' },
  'influence-operation': {
    name: 'grounds_influence_operation',
    sentence: 'grounds_influence_operation_text',
  },
  'banned-outlet': { name: 'grounds_banned_outlet', sentence: 'grounds_banned_outlet_text' },
};
