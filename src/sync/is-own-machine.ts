/** Whether an address is of the reader's own machine: what is asked there, nobody on the way can see. */
export function isOwnMachine(address: string): boolean {
  return /^(localhost|127\.0\.0\.1)$/.test(new URL(address).hostname);
}
