import type { ChangeReply } from '../../src/messages/list-status.ts';
import { fetchCandidate } from '../../src/store/fetch-candidate.ts';
import { followList } from '../../src/store/follow-list.ts';
import type { SignedRepository } from './signed-repository.ts';
import { LIST_ADDRESS, serveRepository, type TestMachine } from './test-machine.ts';

/** Serves repositories under their addresses; any other address has nothing. */
export function serveLists(
  machine: TestMachine,
  lists: Readonly<Record<string, SignedRepository>>,
): void {
  machine.openAddress = (address) => serveRepository(() => lists[address]?.files ?? new Map());
}

/** Follows a list as a reader does who was told its address and digest. */
export function followRepository(
  machine: TestMachine,
  repository: SignedRepository,
  address = LIST_ADDRESS,
): Promise<ChangeReply> {
  const location = { address, rootDigest: repository.rootDigest };
  return machine.store.run(async (store) => {
    const candidate = await fetchCandidate(location, store);
    return candidate.kind === 'failed' ? candidate : followList(candidate, store);
  });
}
