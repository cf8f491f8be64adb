/**
 * Reads a process's whole memory as a crash dump or a debugger would, from Linux's /proc, and looks for texts in it,
 * as UTF-8 and as UTF-16LE. Needs the right to trace the process (root, or its parent where the system allows it).
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const PIECE_BYTES = 8 * 1024 * 1024;

export interface MemoryFinding {
  readonly encoding: 'utf8' | 'utf16le';
  readonly address: string;
  /** The mapping's name in /proc/PID/maps; empty for anonymous memory. */
  readonly mapping: string;
}

export interface MemoryLook {
  readonly findings: readonly MemoryFinding[];
  /** How much could be read: a look that read nothing proves nothing. */
  readonly readBytes: number;
}

interface Mapping {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

function mappingsOf(pid: number): readonly Mapping[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .map((line) => /^([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \S+ *(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map((match) => ({
      start: Number.parseInt(match[1] ?? '', 16),
      end: Number.parseInt(match[2] ?? '', 16),
      name: match[3] ?? '',
    }))
    .filter(
      ({ start, end, name }) =>
        Number.isSafeInteger(start) && Number.isSafeInteger(end) && !/^\[v(var|syscall)/.test(name),
    );
}

/** Looks for each text in everything that `pid` has mapped; a process that is gone holds nothing. */
export function lookInMemory(pid: number, texts: readonly string[]): MemoryLook {
  const needles = texts.flatMap((text) =>
    (['utf8', 'utf16le'] as const).map((encoding) => ({ encoding, bytes: Buffer.from(text, encoding) })),
  );
  const overlap = Math.max(...needles.map(({ bytes }) => bytes.length)) - 1;
  const buffer = Buffer.alloc(PIECE_BYTES);
  const findings: MemoryFinding[] = [];
  let readBytes = 0;
  const file = openMemory(pid);
  if (file === undefined) return { findings, readBytes };
  try {
    for (const { start, end, name } of mappingsOf(pid)) {
      for (let at = start; at < end; at += PIECE_BYTES - overlap) {
        const length = readPiece(file, buffer, Math.min(PIECE_BYTES, end - at), at);
        readBytes += length;
        const piece = buffer.subarray(0, length);
        for (const { encoding, bytes } of needles) {
          for (let hit = piece.indexOf(bytes); hit >= 0; hit = piece.indexOf(bytes, hit + 1))
            findings.push({ encoding, address: (at + hit).toString(16), mapping: name });
        }
      }
    }
  } finally {
    closeSync(file);
  }
  return { findings, readBytes };
}

/** Undefined when the process ended since it was listed. */
function openMemory(pid: number): number | undefined {
  try {
    return openSync(`/proc/${pid}/mem`, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reserved and guard pages cannot be read: they hold nothing. */
function readPiece(file: number, buffer: Buffer, length: number, at: number): number {
  try {
    return readSync(file, buffer, 0, length, at);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EIO' || error.code === 'EFAULT'))
      return 0;
    throw error;
  }
}
