import type { CompiledList } from './compiled-list.ts';

/** What a release says of itself before its entries; unknown fields are kept. */
export type ListHeader = Omit<CompiledList, 'entries' | 'setAside'>;

/** The header of a list, with what of it this reader doesn't know. */
export function toListHeader({ entries: _, setAside: __, ...header }: CompiledList): ListHeader {
  return header;
}
