import type { PageRequests } from '../messages/protocol.ts';
import type { PageApi } from '../platform/page-api.ts';

/** Asks the worker; undefined when there is none to answer (an update is under way, or removal). */
export async function sendToWorker<Kind extends keyof PageRequests>(
  api: PageApi,
  kind: Kind,
  request?: PageRequests[Kind]['request'],
): Promise<unknown> {
  try {
    return await api.runtime.sendMessage({ kind, request });
  } catch {
    // The popup sees that this page does not answer and says "reload".
    return undefined;
  }
}
