/**
 * The sound of a media source that has come from the engine and isn't due yet. Each block is handed on a moment before the picture shows
 * that it belongs to, with that picture's time; then the engine may send another.
 */
import { MEDIA_SOUND_CHANNELS } from '../../../../shared/media/media-source-port.ts';
import type { MediaSound } from '../../../../shared/media/media-source-port.ts';
import { nowUs } from '../../worker/clock.ts';
import { isMoving } from './media-clock.ts';
import type { MediaClock } from './media-clock.ts';
import type { MediaSourceParts } from './media-source-parts.ts';

export interface MediaSoundParts extends Pick<
  MediaSourceParts,
  'sourceId' | 'onSound' | 'onSoundEnd' | 'send'
> {
  clock(): MediaClock;
}

/** So long before its time a block is handed on: the mixer waits for no late one. */
const LEAD_US = 60_000;
const GIVE_EVERY_MS = 20;
/** Sound that is later than this has stopped. */
const PATIENCE_US = 100_000;

export class MediaSoundQueue {
  readonly #parts: MediaSoundParts;
  #held: MediaSound[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Of what was handed on last, on the page's clock; undefined once that has ended. */
  #untilUs: number | undefined;

  constructor(parts: MediaSoundParts) {
    this.#parts = parts;
  }

  add(block: MediaSound): void {
    this.#held.push(block);
    this.#timer ??= setInterval(() => this.#tick(), GIVE_EVERY_MS);
  }

  /** A run begins: what is held is of the one before. */
  clear(): void {
    this.#held = [];
    this.#end();
  }

  #tick(): void {
    const { originUs, ...clock } = this.#parts.clock();
    const isMovingNow = isMoving({ originUs, ...clock }) && originUs !== undefined;
    if (isMovingNow) this.#give(originUs, clock.speed);
    const isOver = this.#untilUs !== undefined && this.#untilUs + PATIENCE_US < nowUs();
    if (this.#held.length === 0 ? isOver : !isMovingNow && this.#untilUs !== undefined) this.#end();
  }

  /** Hands on what is due. */
  #give(originUs: number, speed: number): void {
    const { sourceId } = this.#parts;
    const [first] = this.#held;
    const untilUs = nowUs() + LEAD_US;
    let taken = 0;
    for (const { lineUs, sampleRate, data } of this.#held) {
      const timestampUs = originUs + lineUs / speed;
      if (timestampUs > untilUs) break;
      taken += 1;
      const seconds = data.byteLength / (4 * MEDIA_SOUND_CHANNELS) / (sampleRate * speed);
      this.#untilUs = timestampUs + seconds * 1e6;
      this.#parts.onSound({
        ...{ sourceId, timestampUs, sampleRate: Math.round(sampleRate * speed) },
        ...{ channels: MEDIA_SOUND_CHANNELS, samples: new Float32Array(data) },
      });
    }
    if (taken === 0 || first === undefined) return;
    this.#held.splice(0, taken);
    this.#parts.send({ type: 'mediaSoundTaken', sourceId, run: first.run, blocks: taken });
  }

  /** None comes for a while: nobody waits for it. */
  #end(): void {
    if (this.#untilUs !== undefined) this.#parts.onSoundEnd();
    this.#untilUs = undefined;
    if (this.#held.length > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
