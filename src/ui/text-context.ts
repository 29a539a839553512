import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Text } from './text.ts';

/** Gives every piece of a page its texts. */
export const TextContext = createContext<Text | undefined>(undefined);

/** The texts of the page that this piece stands on. */
export function useText(): Text {
  const text = useContext(TextContext);
  if (text === undefined) throw new Error('Rendered outside TextContext.');
  return text;
}
