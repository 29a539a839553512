import type { ComponentChildren } from 'preact';
import { useText } from './text-context.ts';

interface Props {
  /** The page of the dashboard, such as `#lists`. */
  readonly page: `#${string}`;
  readonly children: ComponentChildren;
}

/** A link to the extension's own dashboard, which opens in a tab. */
export function DashboardLink({ page, children }: Props) {
  const text = useText();
  return (
    <a
      href={`/src/dashboard/dashboard.html${page}`}
      target="_blank"
      rel="noopener noreferrer"
      title={text.say('opens_in_new_tab')}
    >
      {children}
    </a>
  );
}
