/** The archive readers, on archives written here byte by byte. */
import { mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listZip, readFromTgz, unpackZip } from '../../../build/setup/unzip.mjs';

interface Entry {
  readonly name: string;
  readonly content: string;
  readonly mode: number;
  readonly isDeflated: boolean;
}

function writeZip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode, isDeflated } of entries) {
    const raw = Buffer.from(content);
    const packed = isDeflated ? deflateRawSync(raw) : raw;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(isDeflated ? 8 : 0, 10);
    header.writeUInt32LE(packed.length, 20);
    header.writeUInt32LE(raw.length, 24);
    header.writeUInt16LE(name.length, 28);
    header.writeUInt32LE((mode << 16) >>> 0, 38);
    header.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    central.push(header, Buffer.from(name));
    offset += local.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...central, end]);
}

function writeTar(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(content.length.toString(8).padStart(11, '0'), 124);
    const padded = Buffer.alloc(Math.ceil(content.length / 512) * 512);
    padded.write(content);
    return [header, padded];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

describe('zip', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'upcast-zip-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('files, modes and links come out as they went in', async () => {
    const zip = writeZip([
      { name: 'app/', content: '', mode: 0o40755, isDeflated: false },
      { name: 'app/run', content: 'x'.repeat(5000), mode: 0o100755, isDeflated: true },
      { name: 'app/link', content: 'run', mode: 0o120777, isDeflated: false },
      { name: 'other/left-out', content: 'no', mode: 0o100644, isDeflated: false },
    ]);
    const counts: number[] = [];
    await unpackZip(
      listZip(zip),
      folder,
      (name) => (name.startsWith('app/') ? name : undefined),
      (doneCount) => counts.push(doneCount),
    );
    expect(readFileSync(join(folder, 'app/run'), 'utf8')).toBe('x'.repeat(5000));
    expect(statSync(join(folder, 'app/run')).mode & 0o777).toBe(0o755);
    expect(readlinkSync(join(folder, 'app/link'))).toBe('run');
    expect(statSync(join(folder, 'other'), { throwIfNoEntry: false })).toBeUndefined();
    expect(counts).toEqual([1, 2, 3, 4]);
  });

  test('what is no zip, or a damaged one, is refused', () => {
    expect(() => listZip(Buffer.alloc(100))).toThrow('not a zip archive');
    const zip = writeZip([{ name: 'a', content: 'b', mode: 0, isDeflated: false }]);
    zip.writeUInt32LE(0, zip.length - 6);
    expect(() => listZip(zip)).toThrow('damaged');
  });

  test('an entry that points outside the folder is not written', async () => {
    const zip = writeZip([{ name: '../outside', content: 'b', mode: 0o100644, isDeflated: false }]);
    await unpackZip(
      listZip(zip),
      join(folder, 'inside'),
      (name) => name,
      () => undefined,
    );
    expect(statSync(join(folder, 'outside'), { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe('tgz', () => {
  const archive = gzipSync(writeTar({ 'package/package.json': '{}', 'package/big.zip': 'y'.repeat(1500) }));

  test('the file asked for is read whole', () => {
    expect(readFromTgz(archive, (name) => name.endsWith('.zip')).toString()).toBe('y'.repeat(1500));
  });

  test('a file that is not there is an error', () => {
    expect(() => readFromTgz(archive, (name) => name.endsWith('.exe'))).toThrow('does not hold');
  });
});
