/** A kernel, compiled by `build/kernels.mjs`. */
declare module '*?kernel' {
  /** Decoded anew by each call: most are needed once, some never. */
  export const readBytes: () => Uint8Array<ArrayBuffer>;
}
