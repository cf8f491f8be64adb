/**
 * The test picture and its beeps at the engine's media port, in real time and under its credits, as the window sends
 * them. Frame n is due at exactly n / fps after the origin.
 */
import type { MessagePort } from 'node:worker_threads';
import type { FromEngineMediaMessage } from '../../../shared/media/media-port.ts';
import { PatternPicture } from '../../../shared/pattern/picture.ts';
import { renderBeeps } from '../../../shared/pattern/sound.ts';
import { MAIN_TRACK } from '../../../shared/media/track.ts';

const SAMPLE_RATE = 48_000;
const BLOCK_SAMPLES = 480;
const CHANNELS = 2;
/** A frame that found no credit for so long is skipped. */
const MAX_WAITING_SECONDS = 0.5;
const CLOCK_AHEAD_US = 7_000_000;

export interface PatternFormat {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}

export class PatternPlayer {
  readonly #port: MessagePort;
  readonly #nowUs: () => number;
  readonly #originUs: number;
  #format: PatternFormat;
  #picture: PatternPicture;
  #credits = 0;
  #next = 0;
  #nextBlock = 0;
  #sent = 0;
  #skipped = 0;
  #timer: NodeJS.Timeout | undefined;
  /** The engine takes these; each gets the same sound. */
  #wantedTracks: readonly string[] = [];

  /** @param clockAheadUs of the page's clock before this process': any page has an origin of its own. */
  constructor(port: MessagePort, format: PatternFormat, clockAheadUs = CLOCK_AHEAD_US) {
    this.#port = port;
    this.#nowUs = () => performance.now() * 1000 + clockAheadUs;
    this.#format = format;
    this.#picture = new PatternPicture(format.width, format.height, format.fps);
    this.#originUs = Math.ceil(this.#nowUs() / 1_000_000) * 1_000_000;
    port.on('message', (message: FromEngineMediaMessage) => {
      if (message.type === 'clockRequest')
        port.postMessage({ type: 'clockReply', id: message.id, nowUs: this.#nowUs() });
      if (message.type === 'wantedTracks') this.#wantedTracks = message.trackIds;
      if (message.type !== 'credit') return;
      this.#credits += message.video;
      this.#sendDue();
    });
  }

  /** Frames sent, and skipped for want of a credit. */
  get counts(): { readonly sent: number; readonly skipped: number } {
    return { sent: this.#sent, skipped: this.#skipped };
  }

  get wantedTracks(): readonly string[] {
    return this.#wantedTracks;
  }

  /** When a frame is due, microseconds on the clock of the frames. */
  dueUs(frameNumber: number): number {
    return this.#originUs + Math.round((frameNumber * 1_000_000) / this.#format.fps);
  }

  start(): void {
    this.#run();
  }

  /** Another size or rate; at a new rate frames are numbered from the origin at that rate. */
  setFormat(format: PatternFormat): void {
    if (format.fps !== this.#format.fps)
      this.#next = Math.ceil(((this.#nowUs() - this.#originUs) * format.fps) / 1_000_000);
    this.#format = format;
    this.#picture = new PatternPicture(format.width, format.height, format.fps);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#port.close();
  }

  #run(): void {
    this.#sendDue();
    this.#timer = setTimeout(() => this.#run(), 4);
  }

  #sendDue(): void {
    const elapsedSeconds = (this.#nowUs() - this.#originUs) / 1_000_000;
    const { fps, width, height } = this.#format;
    const newest = Math.floor(elapsedSeconds * fps);
    for (; this.#next < newest - MAX_WAITING_SECONDS * fps; this.#next += 1) this.#skip();
    for (; this.#next <= newest && this.#credits > 0; this.#next += 1) {
      const timestampUs = this.dueUs(this.#next);
      const data = this.#picture.render(this.#next, timestampUs).slice().buffer;
      this.#credits -= 1;
      this.#sent += 1;
      this.#port.postMessage(
        {
          type: 'video',
          trackId: MAIN_TRACK,
          timestampUs,
          width,
          height,
          format: 'I420',
          colour: 'bt709-limited',
          data,
        },
        [data],
      );
    }
    for (; (this.#nextBlock + 1) * BLOCK_SAMPLES <= elapsedSeconds * SAMPLE_RATE; this.#nextBlock += 1)
      this.#sendBlock(this.#nextBlock * BLOCK_SAMPLES);
  }

  #sendBlock(firstSample: number): void {
    const samples = new Float32Array(BLOCK_SAMPLES * CHANNELS);
    renderBeeps(samples, firstSample, SAMPLE_RATE, CHANNELS);
    const timestampUs = this.#originUs + (firstSample * 1_000_000) / SAMPLE_RATE;
    const block = { timestampUs, sampleRate: SAMPLE_RATE, channels: CHANNELS, data: samples.buffer };
    for (const trackId of new Set([MAIN_TRACK, ...this.#wantedTracks]))
      this.#port.postMessage({ type: 'audio', trackId, ...block });
  }

  /** Only what nobody wanted comes before the first frame. */
  #skip(): void {
    if (this.#sent > 0) this.#skipped += 1;
    this.#port.postMessage({ type: 'skipped', trackId: MAIN_TRACK, noCredit: 1, surplus: 0 });
  }
}
