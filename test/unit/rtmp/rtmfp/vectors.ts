/** The checked values of the protocol reference for RTMFP, as bytes. */
import { parseHex } from '../../../../electron/rtmp/bytes/hex.ts';
import values from '../../../fixtures/rtmfp/vectors.json';

export { values as rtmfpVectors };

export type Profile = 'A' | 'B';

export function bytesOf(hex: string): Uint8Array {
  return parseHex(hex);
}
