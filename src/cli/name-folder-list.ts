import { basename, resolve } from 'node:path';
import { MAX_NAME_CHARS, MAX_SLUG_CHARS } from '../list/limits.ts';
import type { ListInfo } from '../list/list-info.ts';
import { showText } from './show-text.ts';

/** `Été 2026` becomes `ete-2026`; a name without letters or digits becomes `folder`. */
function toSlug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const slug = words.filter((word) => word !== '').join('-');
  return slug.slice(0, MAX_SLUG_CHARS).replace(/-$/, '') || 'folder';
}

/**
 * What a folder without `list.json` is called: by its own name, never as the product's list, whose
 * numbers it borrows. It names neither licence nor publisher, so none is claimed for it.
 */
export function nameFolderList(folder: string, borrowed: ListInfo): ListInfo {
  const { homePage: _, publisher: __, ...rest } = borrowed;
  const name = basename(resolve(folder));
  const slug = toSlug(name);
  const title = showText(name).slice(0, MAX_NAME_CHARS).trim() || slug;
  return {
    ...rest,
    id: slug === borrowed.id ? `${slug}-folder` : slug,
    title: { en: title, fr: title },
    licence: 'not stated',
  };
}
