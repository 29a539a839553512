import { MAX_PATH_HOSTS } from './limits.ts';

/** The hosts on which a list names paths. */
export class PathHosts {
  readonly #hosts = new Set<string>();

  /** Takes a scope in its canonical form; false where its host is one too many. */
  add(scope: string): boolean {
    const slash = scope.indexOf('/');
    if (slash >= 0) this.#hosts.add(scope.slice(0, slash));
    return this.#hosts.size <= MAX_PATH_HOSTS;
  }

  get count(): number {
    return this.#hosts.size;
  }
}
