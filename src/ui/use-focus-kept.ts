import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * A pressed button often goes with the view it stood in; the focus then falls to the body, and with
 * it the reader's place. It is taken to what came instead.
 */
export function useFocusKept(main: RefObject<HTMLElement | null>): void {
  const hadFocus = useRef(false);
  useEffect(() => {
    const note = (): void => {
      hadFocus.current = true;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) main.current?.focus();
  });
}
