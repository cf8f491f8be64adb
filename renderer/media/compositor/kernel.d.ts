/** A kernel, compiled by `build/kernels.mjs`. */
declare module '*?kernel' {
  export const bytes: Uint8Array<ArrayBuffer>;
}
