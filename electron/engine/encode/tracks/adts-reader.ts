/** Cuts a stream of ADTS (ISO/IEC 13818-7, 6.2), as ffmpeg writes it, into frames of AAC without their headers. Pure: bytes in, any split. */
import { concatBytes } from '../../../../shared/bytes.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';

const HEADER_BYTES = 7;
const CHECKSUM_BYTES = 2;

export class AdtsReader {
  /** Less than one frame, which has 8 KiB at most. */
  #rest: Uint8Array = new Uint8Array(0);

  /** @throws AppError `encoder/bad-output` for what is no ADTS; the reader is of no use afterwards. */
  push(bytes: Uint8Array): Uint8Array[] {
    const all = concatBytes([this.#rest, bytes]);
    const frames: Uint8Array[] = [];
    let at = 0;
    while (all.length - at >= HEADER_BYTES) {
      const { length, headerBytes } = readHeader(all, at);
      if (all.length - at < length) break;
      frames.push(all.slice(at + headerBytes, at + length));
      at += length;
    }
    this.#rest = all.slice(at);
    return frames;
  }
}

function readHeader(
  bytes: Uint8Array,
  at: number,
): { readonly length: number; readonly headerBytes: number } {
  const byte = (index: number): number => bytes[at + index] ?? 0;
  const isSync = byte(0) === 0xff && (byte(1) & 0xf6) === 0xf0;
  const hasChecksum = (byte(1) & 1) === 0;
  const headerBytes = HEADER_BYTES + (hasChecksum ? CHECKSUM_BYTES : 0);
  const length = ((byte(3) & 3) << 11) | (byte(4) << 3) | (byte(5) >> 5);
  const hasOneBlock = (byte(6) & 3) === 0;
  if (isSync && hasOneBlock && length > headerBytes) return { length, headerBytes };
  throw new AppError('encoder/bad-output', { message: 'ffmpeg put out something that is not ADTS' });
}
