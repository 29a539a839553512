import type { SiteText } from './site-text.ts';

/** What `page.js` says at a text that is worth copying: the button, and how it went. */
export function copyWords(text: SiteText): Readonly<Record<`data-${string}`, string>> {
  return {
    'data-copy': text.tell('copy'),
    'data-copied': text.tell('copied'),
    'data-selected': text.tell('copy_selected'),
  };
}
