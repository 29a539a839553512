import { createListFetcher } from '../../src/platform/fetch-list-file.ts';
import type { FetchFile } from '../../src/sync/fetch-file.ts';

/** A request as the server sees it; `body` is what should be answered, if there is such a file. */
export interface ListRequest {
  readonly path: string;
  readonly body: Uint8Array | undefined;
  readonly signal: AbortSignal;
}

export type Answer = (request: ListRequest) => Response | Promise<Response>;

/**
 * A web server for the files of a list, behind a `fetch` of its own: requests go through our real
 * fetcher, with its sizes, times and kinds of answers. `fault` may answer in the place of a file.
 */
export class ListServer {
  /** Paths, in the order in which they were asked for. */
  readonly asked: string[] = [];
  readonly #files: ReadonlyMap<string, Uint8Array>;
  fault: (path: string) => Answer | undefined = () => undefined;
  /** What its `Date` header says; none where it sends none. */
  now: number | undefined;

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.#files = files;
  }

  readonly openAddress = (address: string): FetchFile => createListFetcher(address, this.#fetch);

  readonly #fetch: typeof fetch = async (input, init) => {
    const path = new URL(String(input)).pathname.slice(1);
    this.asked.push(path);
    const { signal } = init ?? {};
    if (signal === null || signal === undefined) throw new Error('a request without a time limit');
    const body = this.#files.get(path);
    const answer = this.fault(path) ?? serveFile;
    const response = await answer({ path, body, signal });
    if (this.now !== undefined) response.headers.set('date', new Date(this.now).toUTCString());
    return response;
  };
}

function serveFile({ body }: ListRequest): Response {
  return body === undefined ? new Response('', { status: 404 }) : answerBytes(body);
}

export function answerBytes(bytes: Uint8Array): Response {
  const headers = { 'content-type': 'application/octet-stream' };
  return new Response(new Uint8Array(bytes), { headers });
}

/** Pieces one after another, each once it is wanted; the body breaks off when the request does. */
export function answerStream(
  pieces: Iterator<Uint8Array> | AsyncIterator<Uint8Array>,
  signal: AbortSignal,
): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      signal.addEventListener('abort', () => controller.error(signal.reason));
    },
    async pull(controller) {
      const piece = await pieces.next();
      if (signal.aborted) return;
      if (piece.done === true) controller.close();
      else controller.enqueue(piece.value);
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/octet-stream' } });
}
