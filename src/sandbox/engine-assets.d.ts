/** Made by scripts/build/engine-assets.ts. */
declare module 'virtual:engine' {
  /** One file of the engine, compressed with gzip. */
  export interface EngineFile {
    /** Relative to the page. */
    readonly url: string;
    /** Bytes to download. */
    readonly bytes: number;
    /** Bytes after decompression. */
    readonly rawBytes: number;
  }
  /** Hash over everything that the engine is made of. */
  export const version: string;
  export const files: Readonly<
    Record<'worker' | 'wasm' | 'base' | 'judge' | 'cell' | 'stdlib', EngineFile>
  >;
  /** Program of the opaque-origin frame: the only script that its document may run. */
  export const frameScript: string;
  /** `sha256-…` of `frameScript`, as a Content-Security-Policy names it. */
  export const frameScriptHash: string;
}
