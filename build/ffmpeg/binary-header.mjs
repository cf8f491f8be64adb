// Reads from a program's first bytes for which system and processor it is: Mach-O, PE and ELF.
import { closeSync, openSync, readSync } from 'node:fs';

const HEADER_BYTES = 4096;
const MACH_O_64 = 0xfeedfacf;
const MACH_O_PROCESSORS = new Map([
  [0x01000007, 'x64'],
  [0x0100000c, 'arm64'],
]);
const PE_START = 0x4550;
const PE_PROCESSORS = new Map([
  [0x8664, 'x64'],
  [0xaa64, 'arm64'],
]);
const ELF_PROCESSORS = new Map([
  [0x3e, 'x64'],
  [0xb7, 'arm64'],
]);

/**
 * @param {Buffer} bytes the beginning of the file
 * @returns {string | undefined} such as `darwin-arm64`; undefined for anything that is no program for one processor
 */
export function targetOfProgram(bytes) {
  if (bytes.length < 64) return undefined;
  if (bytes.readUInt32LE(0) === MACH_O_64)
    return named('darwin', MACH_O_PROCESSORS.get(bytes.readUInt32LE(4)));
  if (bytes.toString('latin1', 0, 4) === '\x7fELF')
    return named('linux', ELF_PROCESSORS.get(bytes.readUInt16LE(18)));
  if (bytes.toString('latin1', 0, 2) !== 'MZ') return undefined;
  const start = bytes.readUInt32LE(0x3c);
  if (start + 6 > bytes.length || bytes.readUInt32LE(start) !== PE_START) return undefined;
  return named('win32', PE_PROCESSORS.get(bytes.readUInt16LE(start + 4)));
}

/**
 * @param {string} path
 * @returns {string | undefined}
 */
export function targetOfFile(path) {
  const bytes = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    return targetOfProgram(bytes.subarray(0, readSync(file, bytes)));
  } finally {
    closeSync(file);
  }
}

/**
 * @param {string} platform
 * @param {string | undefined} processor
 */
function named(platform, processor) {
  return processor === undefined ? undefined : `${platform}-${processor}`;
}
