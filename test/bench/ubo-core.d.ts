// The package brings no types; these are the parts that are measured.
declare module '@gorhill/ubo-core' {
  export interface RequestDetails {
    readonly originURL: string;
    readonly url: string;
    readonly type: string;
  }
  export class StaticNetFilteringEngine {
    static create(options?: { noPSL?: boolean }): Promise<StaticNetFilteringEngine>;
    static release(): Promise<void>;
    useLists(lists: readonly { readonly name: string; readonly raw: string }[]): Promise<void>;
    /** 0: no filter, 1: blocked, 2: excepted. */
    matchRequest(details: RequestDetails): number;
  }
}

declare module '@gorhill/ubo-core/js/hntrie.js' {
  export interface HnTrieSelfie {
    readonly buf32: Uint32Array;
    readonly checksum: number;
  }
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it.
  export default class HNTrieContainer {
    createTrie(): number;
    setNeedle(host: string): this;
    add(trie: number): number;
    /** Where the match begins, -1 without one. */
    matches(trie: number): number;
    optimize(): unknown;
    toSelfie(): HnTrieSelfie;
    fromSelfie(selfie: HnTrieSelfie): boolean;
  }
}
