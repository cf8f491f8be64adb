/**
 * The one timeline of media. Every zero and every offset between capture and an output stands here; all else calls these functions.
 *
 *     capture time   µs  the engine's monotonic clock (a page's clock is measured against it, see engine/sources/page-clock)
 *     program time   µs  0 is the first frame of the program                      `ProgramClock`
 *     encoder time   µs  0 is 4 s before the first picture of one encoder         `toEncoderUs`, `fromEncoderMs`
 *     packet time    ms  250 is the first frame of the program; `timestampMs` of an encoded packet   `toPacketMs`, `fromPacketMs`
 *     output time    ms  0 is the first frame that an output got                  `OutputClock`
 *
 * Each of the two offsets has one reason. Sound can begin before an encoder's first picture, and Matroska knows no time below 0: 4 s.
 * AAC's priming sound and the decode times of B-frames lie before the program's first picture, and FLV knows no time below 0: 250 ms.
 */

/** Added to all times on ffmpeg's input, taken off by ffmpeg, and added again to all times on its output. */
export const ENCODER_OFFSET_MS = 4000;

const PACKET_OFFSET_MS = 250;

/** From capture times to the program's time. */
export class ProgramClock {
  #zeroUs: number | undefined;

  /** False before the first frame. */
  get isRunning(): boolean {
    return this.#zeroUs !== undefined;
  }

  /** The first frame is the program's zero. */
  start(captureUs: number): void {
    this.#zeroUs ??= captureUs;
  }

  /** May be negative. Call this once the clock runs. */
  toProgramUs(captureUs: number): number {
    return captureUs - (this.#zeroUs ?? captureUs);
  }

  /** From here on `captureUs` is `programUs`: for a capture clock that was set back. */
  set(captureUs: number, programUs: number): void {
    this.#zeroUs = captureUs - programUs;
  }

  /** When the frame or sound of this packet time was captured, ms; undefined before the first frame. */
  toCaptureMs(packetMs: number): number | undefined {
    return this.#zeroUs === undefined ? undefined : this.#zeroUs / 1000 + fromPacketMs(packetMs);
  }
}

/** @param sinceOriginUs since the encoder's first picture; sound may be earlier. @returns at least 0. */
export function toEncoderUs(sinceOriginUs: number): number {
  return Math.max(0, sinceOriginUs + ENCODER_OFFSET_MS * 1000);
}

/** @param encoderMs as ffmpeg gives a packet out. @returns ms since the encoder's first picture. */
export function fromEncoderMs(encoderMs: number): number {
  return encoderMs - ENCODER_OFFSET_MS;
}

/** @param programMs of the program. */
export function toPacketMs(programMs: number): number {
  return programMs + PACKET_OFFSET_MS;
}

/** The reverse of `toPacketMs`. */
export function fromPacketMs(packetMs: number): number {
  return packetMs - PACKET_OFFSET_MS;
}

/** From packet times to the time of one output, whose first frame is its zero. Outlives the connections of the output. */
export class OutputClock {
  #zeroMs: number | undefined;

  /** The first frame that the output gets is its zero. */
  start(packetMs: number): void {
    this.#zeroMs ??= packetMs;
  }

  /** Negative for what lies before the zero, which an output leaves out. Call this once the clock runs. */
  toOutputMs(packetMs: number): number {
    return packetMs - (this.#zeroMs ?? packetMs);
  }
}
