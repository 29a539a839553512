import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { parseListAddress } from '../../sync/parse-list-address.ts';
import { UsageError } from '../errors.ts';
import { isFolder } from '../is-folder.ts';
import { showText } from '../show-text.ts';
import { UnconfirmedRepositoryError } from './errors.ts';

/** Reads a file of what was published; `undefined` where there is none. */
export type ReadPublished = (path: string, maxBytes: number) => Promise<Buffer | undefined>;

const ANSWER_MILLISECONDS = 30_000;
/** 403: some web hosts say so of files that are not there, as readers know (TUF §5.3.3). */
const MISSING_STATUS = [403, 404, 410];

async function readBounded(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const read: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new Error(`more than ${maxBytes} bytes`);
    read.push(chunk);
  }
  return Buffer.concat(read);
}

async function fetchFile(url: URL, maxBytes: number): Promise<Buffer | undefined> {
  const response = await fetch(url, {
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
  });
  if (response.status === 200 && response.body) return readBounded(response.body, maxBytes);
  await response.body?.cancel();
  if (MISSING_STATUS.includes(response.status)) return undefined;
  throw new Error(`status ${response.status}`);
}

async function readFile(path: string, maxBytes: number): Promise<Buffer | undefined> {
  const file = await open(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  return file && readBounded(file.createReadStream(), maxBytes);
}

/**
 * Opens what was published at an address or in a folder.
 *
 * @throws UsageError when it is neither; what is returned throws UnconfirmedRepositoryError when it
 *   can't be read
 */
export async function openPublished(place: string): Promise<ReadPublished> {
  const isAddress = /^https?:/i.test(place);
  const address = isAddress ? parseListAddress(place) : undefined;
  if (isAddress ? address === undefined : !(await isFolder(place))) {
    const right = 'as https://list.example/, or a folder that is a copy of it';
    throw new UsageError(
      `"${showText(place)}" is neither an address nor a folder: name where the list is published, ${right}.`,
    );
  }
  return async (path, maxBytes) => {
    try {
      return address === undefined
        ? await readFile(join(place, path), maxBytes)
        : await fetchFile(new URL(path, address), maxBytes);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UnconfirmedRepositoryError(
        `${path} of ${showText(place)} can’t be read (${showText(reason)}), so nobody knows whether it is newer. Nothing was written; try again, or leave out --newer-than.`,
        { cause: error },
      );
    }
  };
}
