/**
 * Reads a recording through ffmpeg alone (no ffprobe: not everybody has it): packets as they lie in the file, decoded
 * pictures and sound with the timestamps of each. Owns the processes; each ends with its iteration.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { withReason } from '../../shared/errors/error-reasons.ts';
import { ffmpegInputArguments, findReason } from '../../electron/media-file/ffmpeg-input.ts';
import { openMediaSource } from '../../electron/media-file/media-source.ts';

export interface PacketLine {
  readonly kind: 'video' | 'audio';
  readonly dtsSeconds: number;
  readonly bytes: number;
  readonly isKeyframe: boolean;
}

export interface DecodedPicture {
  readonly ptsSeconds: number;
  /** Y, U, V without padding; valid until the next picture. */
  readonly data: Uint8Array;
}

export interface DecodedSound {
  readonly ptsSeconds: number;
  readonly sampleRate: number;
  /** Mono. */
  readonly samples: Float32Array;
}

export interface StreamFacts {
  readonly width: number;
  readonly height: number;
  readonly hasSound: boolean;
  /** e.g. `yuv420p(tv, bt709, progressive)`. */
  readonly pixelFormat: string;
}

const WORDS_KEPT = 2000;

interface Run {
  readonly stdout: NodeJS.ReadableStream & AsyncIterable<Buffer>;
  readonly lines: AsyncIterable<string>;
  readonly done: Promise<void>;
  end(): void;
}

/** @throws AppError `input/bad-file` by `done`, with the reason. */
function runFfmpeg(ffmpegPath: string, args: readonly string[]): Run {
  const child = spawn(ffmpegPath, ['-hide_banner', '-nostdin', '-nostats', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  let isEnded = false;
  child.stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-WORDS_KEPT);
  });
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', (error) => {
      reject(withReason('encoder/not-found', 'ffmpegNotStarted', {}, error));
    });
    child.once('close', (code) => {
      if (code === 0 || isEnded) return resolve();
      const reason = findReason(words);
      const said = words.trim().split('\n').at(-1) ?? '';
      reject(
        reason === undefined
          ? withReason('input/bad-file', 'ffmpegSaid', { words: said })
          : withReason('input/bad-file', reason),
      );
    });
  });
  // Awaited when the output has been read to its end; until then a failure is nobody's yet.
  done.catch(() => undefined);
  return {
    stdout: child.stdout,
    lines: createInterface({ input: child.stderr }),
    done,
    end: () => {
      isEnded = true;
      child.kill();
    },
  };
}

/** @throws AppError `input/bad-file` when it cannot be opened. */
async function inputArguments(path: string): Promise<string[]> {
  const { format, close } = await openMediaSource(path);
  await close();
  return ffmpegInputArguments({ path, format });
}

/** Packets of the first video and audio stream, in file order, and what the streams say of themselves. */
export async function readPackets(
  ffmpegPath: string,
  file: string,
): Promise<{ readonly packets: readonly PacketLine[]; readonly facts: StreamFacts }> {
  const run = runFfmpeg(ffmpegPath, [
    ...[
      '-copyts',
      ...(await inputArguments(file)),
      '-map',
      '0:v:0',
      '-map',
      '0:a:0?',
      '-c',
      'copy',
      '-f',
      'framecrc',
      'pipe:1',
    ],
  ]);
  const packets: PacketLine[] = [];
  const timeBases: number[] = [];
  let facts: StreamFacts = { width: 0, height: 0, hasSound: false, pixelFormat: '' };
  const readFacts = async (): Promise<void> => {
    for await (const line of run.lines) facts = parseFacts(line, facts);
  };
  const readOutput = async (): Promise<void> => {
    for await (const line of createInterface({ input: run.stdout })) {
      const base = /^#tb (\d+): (\d+)\/(\d+)/.exec(line);
      if (base !== null) timeBases[Number(base[1])] = Number(base[2]) / Number(base[3]);
      if (line.startsWith('#') || line === '') continue;
      const [stream, dts, , , bytes, , ...rest] = line.split(',').map((field) => field.trim());
      packets.push({
        kind: stream === '0' ? 'video' : 'audio',
        dtsSeconds: Number(dts) * (timeBases[Number(stream)] ?? 0),
        bytes: Number(bytes),
        // Flags stand in the line unless they say keyframe and nothing else.
        isKeyframe: !rest.some(
          (field) => field.startsWith('F=0x') && (Number.parseInt(field.slice(4), 16) & 1) === 0,
        ),
      });
    }
  };
  await Promise.all([readFacts(), readOutput(), run.done]);
  return { packets, facts };
}

/** The input's streams are printed before the output's: the first of each kind counts. */
function parseFacts(line: string, facts: StreamFacts): StreamFacts {
  const video =
    /Stream #0:\d+.*: Video: \S+(?: \([^)]*\))*(?: \[[^\]]*\])?, (\S+?(?:\([^)]*\))?), (\d+)x(\d+)/.exec(
      line,
    );
  if (video !== null && facts.width === 0) {
    return { ...facts, pixelFormat: video[1] ?? '', width: Number(video[2]), height: Number(video[3]) };
  }
  if (/Stream #0:\d+.*: Audio:/.test(line)) return { ...facts, hasSound: true };
  return facts;
}

/** The filters count in these: what they print in seconds has six digits, centiseconds after a quarter of an hour. */
const TICKS_PER_SECOND = 1_000_000;
const TIME_BASE = `1/${TICKS_PER_SECOND}`;

/** A queue of timestamps that the filter prints while the pictures come through the pipe. */
class TimestampLines {
  readonly #times: number[] = [];
  readonly rates: number[] = [];
  readonly counts: number[] = [];
  readonly channels: number[] = [];
  #wake: (() => void) | undefined;
  #isEnded = false;

  async follow(lines: AsyncIterable<string>, filter: string): Promise<void> {
    for await (const line of lines) {
      if (!line.includes(filter)) continue;
      const time = /\bpts:\s*(-?\d+)/.exec(line);
      if (time === null) continue;
      this.#times.push(Number(time[1]) / TICKS_PER_SECOND);
      this.rates.push(Number(/\brate:\s*(\d+)/.exec(line)?.[1] ?? 0));
      this.counts.push(Number(/\bnb_samples:\s*(\d+)/.exec(line)?.[1] ?? 0));
      this.channels.push(Number(/\bchannels:\s*(\d+)/.exec(line)?.[1] ?? 1));
      this.#wake?.();
    }
    this.#isEnded = true;
    this.#wake?.();
  }

  /** The next timestamp; nothing when there are no more. */
  async next(): Promise<number | undefined> {
    while (this.#times.length === 0 && !this.#isEnded) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#times.shift();
  }
}

/** Collects a pipe into pieces of the size asked for; the piece is reused by the next. */
class PieceReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #chunk: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** Fills `piece`; false when the pipe ends before. */
  async fill(piece: Uint8Array): Promise<boolean> {
    let filled = 0;
    while (filled < piece.length) {
      if (this.#chunk.length === 0) {
        const next = await this.#chunks.next();
        if (next.done === true) return false;
        this.#chunk = next.value;
      }
      const taken = this.#chunk.subarray(0, piece.length - filled);
      piece.set(taken, filled);
      filled += taken.length;
      this.#chunk = this.#chunk.subarray(taken.length);
    }
    return true;
  }
}

/** Decoded pictures in the order of presentation, none dropped or repeated. */
export async function* readPictures(
  ffmpegPath: string,
  file: string,
  facts: StreamFacts,
): AsyncGenerator<DecodedPicture> {
  const run = runFfmpeg(ffmpegPath, [
    ...['-copyts', ...(await inputArguments(file)), '-map', '0:v:0', '-fps_mode', 'passthrough'],
    ...['-vf', `settb=${TIME_BASE},showinfo=checksum=0`],
    ...['-pix_fmt', 'yuv420p', '-f', 'rawvideo', 'pipe:1'],
  ]);
  const times = new TimestampLines();
  const followed = times.follow(run.lines, '_showinfo_');
  try {
    const reader = new PieceReader(run.stdout);
    const data = new Uint8Array((facts.width * facts.height * 3) / 2);
    while (await reader.fill(data)) {
      const ptsSeconds = await times.next();
      if (ptsSeconds === undefined) break;
      yield { ptsSeconds, data };
    }
    await followed;
    await run.done;
  } finally {
    run.end();
  }
}

/** Decoded sound, mixed to mono, frame by frame with its own timestamp. */
export async function* readSound(ffmpegPath: string, file: string): AsyncGenerator<DecodedSound> {
  const run = runFfmpeg(ffmpegPath, [
    ...['-copyts', ...(await inputArguments(file)), '-map', '0:a:0', '-f', 'f32le'],
    ...['-af', `aformat=sample_fmts=flt,asettb=${TIME_BASE},ashowinfo`, 'pipe:1'],
  ]);
  const times = new TimestampLines();
  const followed = times.follow(run.lines, '_ashowinfo_');
  try {
    const reader = new PieceReader(run.stdout);
    for (;;) {
      const ptsSeconds = await times.next();
      if (ptsSeconds === undefined) break;
      const channels = times.channels.shift() ?? 1;
      const interleaved = new Float32Array((times.counts.shift() ?? 0) * channels);
      const sampleRate = times.rates.shift() ?? 0;
      if (!(await reader.fill(new Uint8Array(interleaved.buffer)))) break;
      yield { ptsSeconds, sampleRate, samples: toMono(interleaved, channels) };
    }
    await followed;
    await run.done;
  } finally {
    run.end();
  }
}

/** The mean of the channels: ffmpeg's own mix would change the level. */
function toMono(interleaved: Float32Array, channels: number): Float32Array {
  if (channels === 1) return interleaved;
  const mono = new Float32Array(interleaved.length / channels);
  for (let i = 0; i < interleaved.length; i += 1) {
    const frame = Math.floor(i / channels);
    mono[frame] = (mono[frame] ?? 0) + (interleaved[i] ?? 0) / channels;
  }
  return mono;
}
