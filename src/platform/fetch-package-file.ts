import type { FetchFile } from '../sync/fetch-file.ts';

/**
 * Reads files below a folder of the extension's own package. Browsers answer for a file that is not
 * there as for a network that is not: by rejecting.
 *
 * @param folder its address, with a slash at the end
 */
export function createPackageFetcher(
  folder: string,
  fetchUrl: typeof fetch = (input, init) => fetch(input, init),
): FetchFile {
  return async (path, { maxBytes }) => {
    try {
      const response = await fetchUrl(folder + path);
      if (!response.ok) return { kind: 'missing' };
      const bytes = new Uint8Array(await response.arrayBuffer());
      return bytes.length > maxBytes ? { kind: 'too-large' } : { kind: 'bytes', bytes };
    } catch {
      return { kind: 'missing' };
    }
  };
}
