import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCrashPlace } from '../../../../electron/log/diagnostics/minidump.ts';

const NAME = '/opt/Anna Müller/upcast/libnode.so';
const BASE = 0x7f00_0000_0000n;

/** Header, two streams, one module, its name: as Crashpad lays them out. */
function dump(address: bigint): Uint8Array {
  const bytes = new Uint8Array(400);
  const view = new DataView(bytes.buffer);
  const u32 = (at: number, value: number): void => view.setUint32(at, value, true);
  u32(0, 0x504d444d);
  u32(8, 2);
  u32(12, 32);
  // Type, size and place of each stream.
  for (const [index, [type, size, at]] of [[6, 168, 64] as const, [4, 112, 240] as const].entries()) {
    u32(32 + index * 12, type);
    u32(36 + index * 12, size);
    u32(40 + index * 12, at);
  }
  u32(64 + 8, 11);
  view.setBigUint64(64 + 24, address, true);
  u32(240, 1);
  view.setBigUint64(244, BASE, true);
  u32(252, 0x10_0000);
  u32(264, 356);
  const name = 'C:\\Anna\\upcast.exe';
  u32(356, name.length * 2);
  for (let index = 0; index < name.length; index += 1)
    view.setUint16(360 + index * 2, name.charCodeAt(index), true);
  return bytes;
}

it('tells the code, the file and the place in it, without its folder', () => {
  expect(readCrashPlace(dump(BASE + 0x42n))).toEqual({ code: 11, module: 'upcast.exe', offset: 0x42 });
});

it('tells the code alone where the crash lies in no module', () => {
  expect(readCrashPlace(dump(7n))).toEqual({ code: 11 });
});

it('tells nothing of what is no dump', () => {
  expect(readCrashPlace(new Uint8Array())).toBeUndefined();
  expect(readCrashPlace(new TextEncoder().encode(`MDMP${NAME.repeat(20)}`))).toBeUndefined();
});

it('never throws, however a dump is damaged or cut off', () => {
  const whole = dump(BASE + 1n);
  fc.assert(
    fc.property(
      fc.nat(whole.length),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255))),
      (length, edits) => {
        const bytes = whole.slice();
        for (const [at, value] of edits) bytes[at] = value;
        readCrashPlace(bytes.subarray(0, length));
      },
    ),
  );
});
