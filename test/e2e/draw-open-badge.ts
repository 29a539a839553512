import { drawBadge } from '../../src/content/badge.ts';
import { createMessageText } from '../ui/message-text.ts';

/** Bundled by `badge-access.e2e.ts` and run in a page: the badge in a root that axe can look into. */
export function drawOpenBadge(language: 'en' | 'fr', isContested: boolean): void {
  const host = document.createElement('div');
  host.id = 'open-badge';
  host.style.cssText = 'position:fixed;inset:auto 0 0 auto';
  document.body.append(host);
  const finding = {
    name: 'Example Truth',
    groundsText: 'Repeated false claims',
    isContested,
    evidenceText: '7 fact-checks by 3 organisations',
    listTitle: 'Example list',
    isDevelopment: false,
    reviewedText: '24 Nov 2026',
  };
  const other = { ...finding, name: 'example-truth.com', listTitle: 'Other list' };
  const view = { findings: [finding, { ...other, isContested: false }], commitmentNumbers: [1, 2] };
  const text = createMessageText(language);
  drawBadge(host.attachShadow({ mode: 'open' }), view, { dismiss: () => undefined }, text);
}
