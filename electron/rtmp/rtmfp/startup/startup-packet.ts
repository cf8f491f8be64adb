/** Startup packets as every server reads them: one chunk, with a timestamp and without an echo. */
import type { StartupChunk, StartupPacket } from '../wire/chunks.ts';

const TICK_MS = 4;

export const STARTUP_SESSION_ID = 0;

/** "X": nobody signs. */
export const UNSIGNED = Uint8Array.of(0x58);

export function startupPacket(chunk: StartupChunk, nowMs: number): StartupPacket {
  return {
    mode: 3,
    isTimeCritical: false,
    isTimeCriticalReverse: false,
    timestamp: Math.floor(nowMs / TICK_MS) % 0x10000,
    timestampEcho: undefined,
    chunks: [chunk],
  };
}
