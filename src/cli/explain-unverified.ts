import type { BothLanguages } from '../code-of-practice/fields.ts';

/** What the mark means; said once, at the end of what bears it. */
export const UNVERIFIED: BothLanguages = {
  en: '“Unverified” means that no source seen so far confirms it beyond doubt.',
  fr: '«\u00a0Non vérifié\u00a0» signifie qu’aucune source vue jusqu’ici ne le confirme sans doute possible.',
};
