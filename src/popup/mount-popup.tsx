import { render } from 'preact';
import type { Text } from '../ui/text.ts';
import { TextContext } from '../ui/text-context.ts';
import { Popup } from './popup.tsx';
import type { PopupSource } from './popup-view.ts';

/** Draws the popup into its page and marks the page with the language of its texts. */
export function mountPopup(page: Document, source: PopupSource, text: Text): void {
  page.documentElement.lang = text.language;
  page.title = text.say('extension_name');
  render(
    <TextContext.Provider value={text}>
      <Popup source={source} />
    </TextContext.Provider>,
    page.body,
  );
}
