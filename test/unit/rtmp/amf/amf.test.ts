import { describe, expect, it } from 'vitest';
import { decodeAmf0 } from '../../../../electron/rtmp/amf/amf0-decoder.ts';
import { encodeAmf0 } from '../../../../electron/rtmp/amf/amf0-encoder.ts';
import { AmfBudget } from '../../../../electron/rtmp/amf/amf-budget.ts';
import { amfEcmaArray, amfObject, amfStrictArray } from '../../../../electron/rtmp/amf/amf-value.ts';
import type { AmfValue } from '../../../../electron/rtmp/amf/amf-value.ts';
import { Amf3Decoder } from '../../../../electron/rtmp/amf/amf3-decoder.ts';
import { ByteReader } from '../../../../electron/rtmp/bytes/byte-reader.ts';
import { buildHex, parseHex } from '../../../../electron/rtmp/bytes/hex.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { vectors } from '../vectors.ts';

type VectorName = keyof typeof vectors;

/** The reference's vectors that read and write alike. */
const bothWays: readonly { readonly name: VectorName; readonly value: readonly AmfValue[] }[] = [
  { name: 'V01', value: [1] },
  { name: 'V02', value: [1935, -2500000.5] },
  { name: 'V04', value: ['live', '', 'é'] },
  { name: 'V05', value: [null, undefined] },
  { name: 'V06', value: [amfObject({ code: 'ok', n: 2 })] },
  { name: 'V08', value: [amfEcmaArray({})] },
  { name: 'V09', value: [amfStrictArray(['av01', '*', null])] },
  { name: 'V10', value: [{ type: 'date', epochMs: Date.UTC(2020, 0, 1) }] },
  { name: 'V13', value: [{ type: 'object', className: 'Foo', properties: new Map([['x', 1]]) }] },
  {
    name: 'V34',
    value: [
      'connect',
      1,
      amfObject({
        app: 'live',
        type: 'nonprivate',
        flashVer: 'FMLE/3.0',
        tcUrl: 'rtmp://h/live',
        fourCcList: amfStrictArray(['hvc1', 'Opus']),
        videoFourCcInfoMap: amfObject({ hvc1: 2 }),
        audioFourCcInfoMap: amfObject({ Opus: 2 }),
        capsEx: 3,
      }),
    ],
  },
  { name: 'V36', value: ['createStream', 4, null] },
  { name: 'V37', value: ['_result', 4, null, 1] },
  {
    name: 'V39',
    value: ['onStatus', 0, null, amfObject({ level: 'status', code: 'NetStream.Publish.Start' })],
  },
  {
    name: 'V40',
    value: [
      'onStatus',
      0,
      null,
      amfObject({
        level: 'status',
        code: 'NetConnection.Connect.ReconnectRequest',
        tcUrl: '//192.0.2.0/realtimeapp',
      }),
    ],
  },
  { name: 'V41', value: ['@setDataFrame', 'onMetaData', amfEcmaArray({})] },
];

/** Forms that are read but never written. */
const readOnly: readonly { readonly name: VectorName; readonly value: readonly AmfValue[] }[] = [
  { name: 'V03', value: [true, false, true] },
  { name: 'V07', value: [amfEcmaArray({ duration: 0, stereo: true })] },
  { name: 'V11', value: ['key'] },
  { name: 'V12', value: [amfObject({ a: 1 }), amfObject({ a: 1 })] },
];

function decodeAmf3(hex: string): AmfValue {
  const reader = new ByteReader(parseHex(hex), 'rtmp/bad-amf');
  return new Amf3Decoder(reader, new AmfBudget(reader)).readValue();
}

const amf3: readonly { readonly name: VectorName; readonly value: AmfValue }[] = [
  { name: 'V18', value: 'live' },
  { name: 'V19', value: amfObject({ code: 'ok', level: 'ok' }) },
  { name: 'V20', value: amfStrictArray([amfObject({ x: 1 }), amfObject({ x: 2 })]) },
  { name: 'V21', value: -1 },
];

/** Table V17 and an overlong form. */
const integers: readonly (readonly [string, number])[] = [
  ['00', 0],
  ['7f', 127],
  ['8100', 128],
  ['ff7f', 16383],
  ['818000', 16384],
  ['ffff7f', 2097151],
  ['80c08000', 2097152],
  ['bfffffff', 268435455],
  ['c0808000', -268435456],
  ['ffffffff', -1],
  ['8000', 0],
];

function badAmf(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe('rtmp/bad-amf');
    return;
  }
  expect.unreachable('took what it should refuse');
}

describe('AMF0', () => {
  it.each(bothWays)('reads and writes $name', ({ name, value }) => {
    expect(decodeAmf0(parseHex(vectors[name].bytes))).toEqual(value);
    expect(buildHex(encodeAmf0(value))).toBe(vectors[name].bytes);
  });

  it.each(readOnly)('reads $name', ({ name, value }) => {
    expect(decodeAmf0(parseHex(vectors[name].bytes))).toEqual(value);
  });

  it.each([...bothWays, ...readOnly])('refuses $name cut anywhere within a value', ({ name, value }) => {
    const bytes = parseHex(vectors[name].bytes);
    for (let length = 0; length < bytes.length; length += 1) {
      try {
        const values = decodeAmf0(bytes.subarray(0, length));
        expect(values).toEqual(value.slice(0, values.length));
      } catch (error) {
        expect((error as AppError).code).toBe('rtmp/bad-amf');
      }
    }
  });

  it.each(['V14', 'V15', 'V16'] as const)('refuses %s', (name) => {
    badAmf(() => decodeAmf0(parseHex(vectors[name].bytes)));
  });

  it('takes the end of the data for the end of an object where that is allowed (V14)', () => {
    const values = decodeAmf0(parseHex(vectors.V14.bytes), { allowsUnterminated: true });
    expect(values).toEqual([amfObject({ app: 'live' })]);
  });

  it('writes long strings and every other kind', () => {
    const value: AmfValue[] = [
      'x'.repeat(70_000),
      { type: 'xml', text: '<a/>' },
      { type: 'unsupported' },
      NaN,
      -Infinity,
      true,
    ];
    expect(decodeAmf0(encodeAmf0(value))).toEqual(value);
  });

  it('meets every marker with a value or an error of its own (R36)', () => {
    for (let marker = 0; marker < 256; marker += 1) {
      for (const rest of ['', '00', '0000000000000000000000000009', 'ffffffffffffffff']) {
        try {
          decodeAmf0(parseHex(marker.toString(16).padStart(2, '0') + rest));
        } catch (error) {
          expect((error as AppError).code).toBe('rtmp/bad-amf');
        }
      }
    }
  });

  it('keeps __proto__ as plain data (R36)', () => {
    const [value] = decodeAmf0(
      encodeAmf0([{ type: 'object', className: '', properties: new Map([['__proto__', 1]]) }]),
    );
    expect(value).toMatchObject({ properties: new Map([['__proto__', 1]]) });
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  it.each([
    ['objects in objects', '03000161'.repeat(10_000)],
    ['arrays in arrays', '0a00000001'.repeat(10_000)],
    ['a count of 2^32-1', '0affffffff' + '05'.repeat(100)],
    ['a reference to itself', '0300016107000000000009'],
    ['a reference to nothing', '070005'],
    ['an AMF3 array in itself', '110903010900'],
    ['AMF3 arrays in arrays', '11' + '090301'.repeat(10_000)],
    ['an AMF3 string reference out of range', '110604'],
    ['an AMF3 trait reference out of range', '110a05'],
    ['an externalizable object', '110a0703666f6f'],
    ['an AMF3 vector of 2^28-1', '110dffffffff00'],
    ['an AMF3 dictionary longer than its message', '1111ffffff7f00'],
  ])('refuses %s (R35, R37)', (_name, hex) => {
    badAmf(() => decodeAmf0(parseHex(hex)));
  });

  it('refuses a small graph that stands for a huge one', () => {
    // Each array holds the one before it twice, by reference.
    const levels = Array.from({ length: 40 }, (_, index) => {
      const reference = `07${index.toString(16).padStart(4, '0')}`;
      return `0a00000002${reference}${reference}`;
    });
    badAmf(() => decodeAmf0(parseHex(`0a0000000105${levels.join('')}`)));
  });
});

describe('AMF3', () => {
  it.each(amf3)('reads $name', ({ name, value }) => {
    expect(decodeAmf3(vectors[name].bytes)).toEqual(value);
  });

  it.each(integers)('reads integer %s', (hex, value) => {
    expect(decodeAmf3(`04${hex}`)).toBe(value);
  });

  it('reads every other kind', () => {
    expect(decodeAmf3('0f03003ff0000000000000')).toEqual(amfStrictArray([1]));
    expect(decodeAmf3('0d0300ffffffff')).toEqual(amfStrictArray([-1]));
    expect(decodeAmf3('0e0300ffffffff')).toEqual(amfStrictArray([4294967295]));
    expect(decodeAmf3('0c050102')).toEqual({ type: 'bytes', bytes: Uint8Array.of(1, 2) });
    expect(decodeAmf3('080142' + '76f5e66e800000')).toEqual({ type: 'date', epochMs: Date.UTC(2020, 0, 1) });
    expect(decodeAmf3('0705' + '3c61')).toEqual({ type: 'xml', text: '<a' });
    expect(decodeAmf3('1103000603610401')).toEqual({ type: 'dictionary', entries: [['a', 1]] });
    expect(decodeAmf3('0903' + '0361' + '0401' + '01' + '0402')).toEqual(amfEcmaArray({ a: 1, '0': 2 }));
    expect(decodeAmf3('10030001' + '0a0b01' + '01')).toEqual(amfStrictArray([amfObject({})]));
  });
});
