/** AMF0, AMF3, commands, metadata and aggregates. What decodes and can be written must read back the same. */
import { isDeepStrictEqual } from 'node:util';
import { decodeAmf0 } from '../../../electron/rtmp/amf/amf0-decoder.ts';
import { encodeAmf0 } from '../../../electron/rtmp/amf/amf0-encoder.ts';
import { amfEcmaArray, amfObject, amfStrictArray } from '../../../electron/rtmp/amf/amf-value.ts';
import type { AmfValue } from '../../../electron/rtmp/amf/amf-value.ts';
import { parseHex } from '../../../electron/rtmp/bytes/hex.ts';
import { splitAggregate } from '../../../electron/rtmp/message/aggregate.ts';
import { findInformation, parseCommand } from '../../../electron/rtmp/message/command.ts';
import { parseMetadata } from '../../../electron/rtmp/message/script-data.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { FuzzTarget } from '../fuzz-target.ts';

function isWritable(value: AmfValue): boolean {
  if (value === null || typeof value !== 'object') return true;
  switch (value.type) {
    case 'bytes':
    case 'dictionary':
      return false;
    case 'object':
    case 'ecmaArray':
      return [...value.properties].every(([key, item]) => key.length < 20_000 && isWritable(item));
    case 'strictArray':
      return value.items.every(isWritable);
    default:
      return true;
  }
}

function checkRoundTrip(values: readonly AmfValue[]): void {
  if (!values.every(isWritable)) return;
  const again = decodeAmf0(encodeAmf0(values));
  // AMF0 has no place for the name of an object whose class is anonymous, and none is lost: both are ''.
  if (!isDeepStrictEqual(again, values)) throw new Error('values changed on their way through AMF0');
}

function prefixed(selector: number, bytes: Uint8Array): Uint8Array {
  return Uint8Array.of(selector, ...bytes);
}

const documents: readonly AmfValue[][] = [
  [
    '_result',
    1,
    amfObject({ fmsVer: 'FMS/3', mode: 1 }),
    amfObject({ level: 'status', code: 'x', ok: true }),
  ],
  [
    'onMetaData',
    amfEcmaArray({ duration: 0, encoder: 'x', stereo: true, date: { type: 'date', epochMs: 5 } }),
  ],
  ['a', 1, amfStrictArray([null, undefined, amfObject({ deep: amfObject({ deeper: 1 }) }), 'b'])],
  [
    { type: 'object', className: 'Foo', properties: new Map([['x', 1]]) },
    { type: 'xml', text: '<a/>' },
  ],
];

const amf3 = [
  '11 0a 0b 01 09 63 6f 64 65 06 05 6f 6b 0b 6c 65 76 65 6c 06 02 01',
  '11 09 05 01 0a 13 01 03 78 04 01 0a 01 04 02',
  '11 0d 05 00 00000001 00000002 11 0f 03 00 3ff0000000000000 11 11 03 00 06 03 61 04 01',
  '11 0c 09 01020304 11 08 01 4276f5e66e800000 11 07 05 3c61 11 10 03 00 01 0a 0b 01 01',
].map(parseHex);

export const target: FuzzTarget = {
  name: 'amf',
  seeds: [...documents.map(encodeAmf0), ...amf3].flatMap((bytes) =>
    [0, 1, 2, 3].map((s) => prefixed(s, bytes)),
  ),
  run(input) {
    const body = input.subarray(1);
    switch ((input[0] ?? 0) & 3) {
      case 0:
        checkRoundTrip(decodeAmf0(body));
        return;
      case 1: {
        decodeAmf0(body, { allowsUnterminated: true });
        parseMetadata(body);
        return;
      }
      case 2: {
        const command = parseCommand((input[0] ?? 0) & 4 ? 17 : 20, body);
        if (command) findInformation(command.values);
        return;
      }
      default: {
        const message = { chunkStreamId: 4, type: 22, streamId: 1, timestampMs: 0, body };
        const bytes = splitAggregate(message).reduce((sum, part) => sum + part.body.length, 0);
        if (bytes > body.length) throw new AppError('internal/bug', { message: 'an aggregate grew' });
      }
    }
  },
};
