import type { Page } from 'puppeteer-core';

/** Presses the button that reads so; throws if there is none. */
export async function pressButton(page: Page, label: string): Promise<void> {
  const pressed = await page.evaluate((wanted) => {
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent?.trim() === wanted,
    );
    button?.click();
    return button !== undefined;
  }, label);
  if (!pressed) throw new Error(`No button "${label}".`);
}
