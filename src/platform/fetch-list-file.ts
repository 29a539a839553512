import type { SyncFailure } from '../sync/failure.ts';
import type { FetchFile, FileLimits, FileReply } from '../sync/fetch-file.ts';

/** 403: some web hosts say so of files that are not there (TUF client workflow 5.3.3). */
const MISSING_STATUS = [403, 404, 410];
/** What portals, error pages and parked domains send; no file of a list is one. */
const PAGE_TYPES = /^(text\/html|application\/xhtml\+xml|image\/|audio\/|video\/|font\/)/i;
const MAX_RETRY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** For so long a server may send nothing at all. */
const STALL_MILLISECONDS = 30_000;
/** However large a file is: a list of a million hosts takes no longer at half a megabit a second. */
const MAX_MILLISECONDS = 15 * 60_000;

/**
 * Fetches the files of a list from its address. The request carries nothing of the reader: no
 * cookie, no referrer, no identifier. Sizes and times are kept while reading, a body that is not
 * wanted is not read, and an answer from another origin is refused: a redirect is followed before
 * anybody can look at it, so of several only the last one is seen.
 */
export function createListFetcher(
  address: string,
  fetchUrl: typeof fetch = (input, init) => fetch(input, init),
): FetchFile {
  return async (path, limits) => {
    const url = new URL(path, address);
    const deadline = new AbortController();
    const giveUp = () => deadline.abort();
    const timer = setTimeout(giveUp, Math.min(limits.milliseconds, MAX_MILLISECONDS));
    let stall = setTimeout(giveUp, STALL_MILLISECONDS);
    const onPart = () => {
      clearTimeout(stall);
      stall = setTimeout(giveUp, STALL_MILLISECONDS);
    };
    try {
      const response = await fetchUrl(url.href, {
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: deadline.signal,
      });
      return await readResponse(response, url, path, { ...limits, onPart });
    } catch (error) {
      const broken = error instanceof BrokenBodyError ? 'cut-short' : 'unreachable';
      const reason = deadline.signal.aborted ? 'timeout' : broken;
      return { kind: 'failed', failure: { reason, file: path, detail: String(error) } };
    } finally {
      clearTimeout(timer);
      clearTimeout(stall);
      // What is still under way is not wanted any more.
      deadline.abort();
    }
  };
}

interface ReadLimits extends FileLimits {
  /** Hears of each part that came. */
  readonly onPart: () => void;
}

/** The connection broke after the answer had begun. */
class BrokenBodyError extends Error {
  override readonly name = 'BrokenBodyError';
}

async function readResponse(
  response: Response,
  url: URL,
  path: string,
  limits: ReadLimits,
): Promise<FileReply> {
  const { status, headers } = response;
  const fail = (failure: SyncFailure): FileReply => ({
    kind: 'failed',
    failure: { file: path, ...failure },
  });
  if (response.url !== '' && new URL(response.url).origin !== url.origin) {
    return fail({ reason: 'redirected', detail: new URL(response.url).origin });
  }
  const serverTime = parseServerTime(headers);
  if (MISSING_STATUS.includes(status)) return { kind: 'missing', ...serverTime };
  if (status !== 200) {
    const retryAfter = parseRetryAfter(headers.get('retry-after'), headers.get('date'));
    return fail({ reason: 'status', status, ...(retryAfter !== undefined && { retryAfter }) });
  }
  const type = headers.get('content-type') ?? '';
  if (PAGE_TYPES.test(type)) return fail({ reason: 'wrong-type', detail: type.slice(0, 100) });
  const bytes = await readBody(response, limits);
  if (bytes === undefined) return { kind: 'too-large' };
  return { kind: 'bytes', bytes, ...serverTime };
}

function parseServerTime(headers: Headers): Pick<FileReply & { kind: 'bytes' }, 'serverTime'> {
  const serverTime = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(serverTime) ? {} : { serverTime };
}

/** Undefined once more came than is allowed. */
async function readBody(
  { body }: Response,
  { maxBytes, onPart, onProgress }: ReadLimits,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  const readPart = () =>
    reader?.read().catch((error: unknown) => {
      throw new BrokenBodyError(String(error), { cause: error });
    });
  for (let part = await readPart(); part?.done === false; part = await readPart()) {
    onPart();
    length += part.value.length;
    if (length > maxBytes) return undefined;
    chunks.push(part.value);
    onProgress?.(length);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** RFC 9110 §10.2.3: seconds, or a date, which is read by the server's own clock. */
function parseRetryAfter(value: string | null, date: string | null): number | undefined {
  if (value === null) return undefined;
  const seconds = /^\d{1,9}$/.test(value.trim()) ? Number(value) : undefined;
  const wait = seconds === undefined ? Date.parse(value) - Date.parse(date ?? '') : seconds * 1000;
  return wait >= 0 ? Math.min(wait, MAX_RETRY_MILLISECONDS) : undefined;
}
