import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
  readonly passes: readonly unknown[];
}

/** What axe finds wrong on a page, one line a finding; throws if it could not look at anything. */
export async function runAxe(page: Page): Promise<readonly string[]> {
  await page.evaluate(SOURCE);
  const text = await page.evaluate(`axe.run(document).then(JSON.stringify)`);
  // axe's own result as text, since its nodes do not travel.
  const { violations, passes } = JSON.parse(String(text)) as AxeResults;
  if (passes.length === 0) throw new Error('axe checked nothing.');
  return violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0]?.html}`);
}
