const MAX_LIST_ADDRESS_CHARS = 2_048;
/** Written into an address they hide what it is; `URL` would drop or encode them silently. */
const HIDDEN = /[\p{Cc}\p{Cf}\s]/u;

/**
 * The address of a list's folder as one spelling, or undefined: files are asked for below it.
 *
 * - `https://List.example/lists` → `https://list.example/lists/`
 * - `https://list.example/index.html` → `https://list.example/`
 * - `https://me:key@list.example/`, `https://list.example/?a=1`, `ftp://list.example/` → undefined
 *
 * Plain http is let through: whether a development build may use it is the worker's to say.
 */
export function parseListAddress(text: string): string | undefined {
  const written = text.trim();
  if (written.length > MAX_LIST_ADDRESS_CHARS || HIDDEN.test(written)) return undefined;
  // The scheme is asked for in full: `URL` takes `https:list.example` and backslashes for an address.
  if (!/^https?:\/\/[^/\\]/i.test(written) || written.includes('\\')) return undefined;
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  if (url.username !== '' || url.password !== '') return undefined;
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(written)) return undefined;
  const folder = url.href.replace(/\/index\.html$/, '/');
  const address = folder.endsWith('/') ? folder : `${folder}/`;
  // Encoding makes it longer.
  return address.length <= MAX_LIST_ADDRESS_CHARS ? address : undefined;
}
