import { render } from 'preact';
import type { Text } from '../ui/text.ts';
import { TextContext } from '../ui/text-context.ts';
import { Dashboard } from './dashboard.tsx';
import type { DashboardSource } from './dashboard-source.ts';

/** Draws the dashboard into its page and marks the page with the language of its texts. */
export function mountDashboard(page: Document, source: DashboardSource, text: Text): void {
  page.documentElement.lang = text.language;
  render(
    <TextContext.Provider value={text}>
      <Dashboard source={source} />
    </TextContext.Provider>,
    page.body,
  );
}
