/** Rewrites a whole FLV as other writers, power cuts and joined recordings leave it. */

export interface RawTag {
  readonly type: number;
  /** Of the file: 32 bits with a sign. */
  readonly timeMs: number;
  readonly body: Uint8Array;
}

export interface RawFlv {
  readonly header: Uint8Array;
  readonly tags: readonly RawTag[];
}

export type SizeOf = (bodyBytes: number) => number;
export const rightSize: SizeOf = (bytes) => bytes + 11;
/** OBS before 30.2. */
export const oneLess: SizeOf = (bytes) => bytes + 10;
export const zeroSize: SizeOf = () => 0;
export const bodyAlone: SizeOf = (bytes) => bytes;

const SCRIPT = 18;

export function parseFlv(bytes: Uint8Array): RawFlv {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begin = view.getUint32(5);
  const tags: RawTag[] = [];
  for (let at = begin + 4; at + 11 <= bytes.length;) {
    const size = view.getUint32(at) & 0xffffff;
    if (at + 11 + size > bytes.length) break;
    const timeMs = (view.getUint32(at + 4) >>> 8) | (view.getUint8(at + 7) << 24);
    tags.push({ type: view.getUint8(at), timeMs, body: bytes.slice(at + 11, at + 11 + size) });
    at += 15 + size;
  }
  return { header: bytes.slice(0, begin), tags };
}

export function tagBytes(tag: RawTag, sizeOf: SizeOf = rightSize): Uint8Array {
  const bytes = new Uint8Array(15 + tag.body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, tag.type * 0x1000000 + tag.body.length);
  view.setUint32(4, ((tag.timeMs & 0xffffff) << 8) | ((tag.timeMs >>> 24) & 0xff));
  bytes.set(tag.body, 11);
  view.setUint32(11 + tag.body.length, sizeOf(tag.body.length) >>> 0);
  return bytes;
}

export function buildFlv({ header, tags }: RawFlv, sizeOf: SizeOf = rightSize): Uint8Array {
  return joinBytes([header, new Uint8Array(4), ...tags.map((tag) => tagBytes(tag, sizeOf))]);
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** Moves the times of media, not of script data, for which `isMoved`. */
export function moveTimes(
  { header, tags }: RawFlv,
  byMs: number,
  isMoved: (tag: RawTag) => boolean = () => true,
): RawFlv {
  const moved = tags.map((tag) =>
    tag.type !== SCRIPT && isMoved(tag) ? { ...tag, timeMs: tag.timeMs + byMs } : tag,
  );
  return { header, tags: moved };
}

/** Everything from `atMs` on is later by `byMs`. */
export function leap(flv: RawFlv, atMs: number, byMs: number): RawFlv {
  return moveTimes(flv, byMs, (tag) => tag.timeMs >= atMs);
}

/** The same recording once more, its times from 0 on. */
export function twice({ header, tags }: RawFlv): RawFlv {
  return { header, tags: [...tags, ...tags] };
}
