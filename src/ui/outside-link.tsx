import type { ComponentChildren } from 'preact';
import { useText } from './text-context.ts';

interface Props {
  readonly href: string;
  readonly children: ComponentChildren;
}

/** A link out of the extension: a new tab that learns neither where it came from nor who opened it. */
export function OutsideLink({ href, children }: Props) {
  const text = useText();
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" title={text.say('opens_in_new_tab')}>
      {children}
      <span aria-hidden="true"> ↗</span>
    </a>
  );
}
