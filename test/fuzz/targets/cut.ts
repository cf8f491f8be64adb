/** Cuts an input into pieces by its own first byte, so that splits are fuzzed along with contents. */

export function cutInput(input: Uint8Array): { readonly selector: number; readonly pieces: Uint8Array[] } {
  const selector = input[0] ?? 0;
  const sizes = [input.length, 1, 3, 7, 64, 129, 1500, 4096];
  const size = Math.max(1, sizes[selector & 7] ?? 1);
  const pieces: Uint8Array[] = [];
  for (let offset = 1; offset < input.length; offset += size) {
    pieces.push(input.subarray(offset, offset + size));
  }
  return { selector: selector >>> 3, pieces };
}
