import type { ListInfo } from './list-info.ts';

/** A title in the languages that a list has it in. */
type Titles = Pick<ListInfo['title'], 'en' | 'fr'>;

/** Where a list comes from, as far as its name depends on it. */
export interface ListOrigin {
  readonly isOwn: boolean;
  readonly address?: string | undefined;
}

/**
 * What readers see a list called. Titles are free to choose: only the product's own goes without the
 * host that it comes from, so that no other list can speak under its name.
 *
 * - `Demonitor list`, the product's own → `Demonitor list`
 * - `Demonitor list` from `https://lists.example/a/` → `Demonitor list (lists.example)`
 */
export function nameWithHost(title: string, { isOwn, address }: ListOrigin): string {
  const host = isOwn ? undefined : readHost(address);
  return host === undefined ? title : `${title} (${host})`;
}

/** The same in all languages of a list. */
export function nameWithHostInAll(titles: Titles, origin: ListOrigin): Titles {
  return { en: nameWithHost(titles.en, origin), fr: nameWithHost(titles.fr, origin) };
}

function readHost(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}
