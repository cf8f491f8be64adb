/** Full-range samples to limited range, in place: what many cameras that send JPEG need. */

function buildTable(scale: number, offset: number, centre: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, value) =>
    Math.round(offset + ((value - centre) * scale) / 255),
  );
}

/** BT.601-7 §2.5.3: luma 16 to 235, chroma 16 to 240 around 128. */
const tables = {
  luma: buildTable(219, 16, 0),
  chroma: buildTable(224, 128, 128),
} as const;

/** @param offset,stride,width,rows of the part of one plane, in bytes. */
export function squeezeRange(
  bytes: Uint8Array,
  offset: number,
  stride: number,
  width: number,
  rows: number,
  kind: 'luma' | 'chroma',
): void {
  const table = tables[kind];
  for (let row = 0; row < rows; row += 1) {
    const start = offset + row * stride;
    for (let i = start; i < start + width; i += 1) bytes[i] = table[bytes[i] as number] as number;
  }
}
