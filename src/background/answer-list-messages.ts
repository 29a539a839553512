import {
  parseEnableRequest,
  parseListKey,
  parseListLocation,
  parseMoveRequest,
  parseSyncRequest,
} from '../messages/parse-list-request.ts';
import type { OwnRequests } from '../messages/protocol.ts';
import type { ListRequests } from './list-requests.ts';

/** The messages of our own pages that are about the lists that the reader follows. */
export type ListMessageKind = Extract<keyof OwnRequests, `lists/${string}`>;

/** Answers what the dashboard asks about lists; undefined for a request of another form. */
export async function answerListMessage(
  kind: ListMessageKind,
  value: unknown,
  lists: ListRequests,
): Promise<unknown> {
  switch (kind) {
    case 'lists/status':
      return lists.readStatus();
    case 'lists/sync': {
      const request = parseSyncRequest(value);
      return request && lists.sync(request.key);
    }
    case 'lists/preview': {
      const location = parseListLocation(value);
      return location && lists.preview(location);
    }
    case 'lists/follow': {
      const location = parseListLocation(value);
      return location && lists.follow(location);
    }
    case 'lists/unfollow': {
      const request = parseListKey(value);
      return request && lists.unfollow(request.key);
    }
    case 'lists/enable': {
      const request = parseEnableRequest(value);
      return request && lists.enable(request.key, request.isEnabled);
    }
    case 'lists/move': {
      const request = parseMoveRequest(value);
      return request && lists.move(request.key, request.position);
    }
    case 'lists/news-seen':
      return lists.markNewsSeen();
    default:
      return kind satisfies never;
  }
}
