/**
 * Reads of a crash dump where the process crashed, and nothing of its memory: a dump holds stacks, and with them whatever the process
 * was working on. Format: Microsoft's MINIDUMP_HEADER, MINIDUMP_EXCEPTION_STREAM and MINIDUMP_MODULE_LIST. Pure.
 */
export interface CrashPlace {
  /** A signal's number on Linux, the system's code of the exception elsewhere. */
  readonly code: number;
  /** File name of the program or library, without its folder. */
  readonly module?: string;
  /** Bytes from the module's beginning. */
  readonly offset?: number;
}

const SIGNATURE = 0x504d444d;
const HEADER_BYTES = 32;
const DIRECTORY_BYTES = 12;
const MODULE_BYTES = 108;
const MODULE_LIST = 4;
const EXCEPTION = 6;
/** More are not looked through. */
const MAX_STREAMS = 200;
const MAX_MODULES = 2000;
const MAX_NAME_BYTES = 4096;

/** Undefined when these bytes are no dump, or one without a crash. */
export function readCrashPlace(bytes: Uint8Array): CrashPlace | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return read(view);
  } catch (error) {
    // It was cut off.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function read(view: DataView): CrashPlace | undefined {
  if (view.byteLength < HEADER_BYTES || view.getUint32(0, true) !== SIGNATURE) return undefined;
  const exceptionAt = streamAt(view, EXCEPTION);
  if (exceptionAt === undefined) return undefined;
  // Thread id and padding come before the record; its flags and the record before it stand between code and address.
  const code = view.getUint32(exceptionAt + 8, true);
  const address = view.getBigUint64(exceptionAt + 24, true);
  const modulesAt = streamAt(view, MODULE_LIST);
  return { code, ...(modulesAt === undefined ? {} : moduleOf(view, modulesAt, address)) };
}

function streamAt(view: DataView, wanted: number): number | undefined {
  const count = Math.min(view.getUint32(8, true), MAX_STREAMS);
  const directory = view.getUint32(12, true);
  for (let index = 0; index < count; index += 1) {
    const at = directory + index * DIRECTORY_BYTES;
    if (view.getUint32(at, true) === wanted) return view.getUint32(at + 8, true);
  }
  return undefined;
}

function moduleOf(view: DataView, at: number, address: bigint): Partial<CrashPlace> {
  const count = Math.min(view.getUint32(at, true), MAX_MODULES);
  for (let index = 0; index < count; index += 1) {
    const module = at + 4 + index * MODULE_BYTES;
    const base = view.getBigUint64(module, true);
    const offset = address - base;
    if (offset < 0n || offset >= BigInt(view.getUint32(module + 8, true))) continue;
    return { module: nameAt(view, view.getUint32(module + 20, true)), offset: Number(offset) };
  }
  return {};
}

function nameAt(view: DataView, at: number): string {
  const length = Math.min(view.getUint32(at, true), MAX_NAME_BYTES);
  let name = '';
  for (let index = 0; index + 1 < length; index += 2)
    name += String.fromCharCode(view.getUint16(at + 4 + index, true));
  return name.split(/[\\/]/).at(-1) ?? '';
}
