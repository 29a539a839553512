import type { ShownList } from '../messages/described-address.ts';
import { chooseText } from '../ui/localised-text.ts';
import type { Text } from '../ui/text.ts';

/** The list's title in the reader's language, else the one it was installed with. */
export function nameList({ title, titles }: ShownList, text: Pick<Text, 'language'>): string {
  return titles === undefined ? title : chooseText(titles, text);
}
