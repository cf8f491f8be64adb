// The exact ffmpeg programs that ffmpeg-static brings, by what they hash to: its own download compares nothing.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of the unpacked program of ffmpeg-static's release b6.1.1, by platform and processor. */
export const ffmpegPins = {
  'darwin-arm64': 'a90e3db6a3fd35f6074b013f948b1aa45b31c6375489d39e572bea3f18336584',
  'darwin-x64': 'ebdddc936f61e14049a2d4b549a412b8a40deeff6540e58a9f2a2da9e6b18894',
  'linux-arm64': '6bb182d0d75d23028db82e9e4f723ca69b853d055698486e6984ddb2c06fb8ce',
  'linux-x64': 'e7e7fb30477f717e6f55f9180a70386c62677ef8a4d4d1a5d948f4098aa3eb99',
  'win32-x64': '04e1307997530f9cf2fe35cba2ca7e8875ca91da02f89d6c7243df819c94ad00',
};

/**
 * Whether the program is the very one that is pinned for this computer; false where none is.
 * @param {string} path
 * @param {Readonly<Record<string, string>>} [pins]
 */
export async function isPinned(path, pins = ffmpegPins) {
  const wanted = pins[`${process.platform}-${process.arch}`];
  if (wanted === undefined) return false;
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    return false;
  }
  return hash.digest('hex') === wanted;
}
