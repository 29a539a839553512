import { checkAddress } from '../match/check-address.ts';
import { readHead } from '../store/head-store.ts';
import type { LocalArea } from '../store/local-area.ts';
import type { ToolbarState } from './toolbar.ts';

/** An address that no list can name (RFC 2606): asking for it shows whether anything can be asked. */
const PROBE_ADDRESS = 'https://demonitor.invalid/';

/** What the toolbar says on pages that are not listed: nothing, unless paused or without a list. */
export async function readDefaultState(local: LocalArea, today: string): Promise<ToolbarState> {
  const { verdict } = await checkAddress(PROBE_ADDRESS, local.read, today);
  if (verdict.kind === 'no-list') return 'no-list';
  const { settings } = await readHead(local);
  return settings.paused ? 'paused' : 'default';
}
