/** What the worker says of an address, for the popup to show: plain data, so that it can travel. */
export type DescribedAddress = { readonly kind: 'failed' };
