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

export interface MediaSoundParts extends Pick<MediaSourceParts, 'sourceId' | 'onSound' | 'send'> {
  clock(): MediaClock;
}

/** So long before its time a block is handed on: the mixer waits for no late one. */
const LEAD_US = 60_000;
const GIVE_EVERY_MS = 20;

export class MediaSoundQueue {
  readonly #parts: MediaSoundParts;
  #held: MediaSound[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(parts: MediaSoundParts) {
    this.#parts = parts;
  }

  add(block: MediaSound): void {
    this.#held.push(block);
    this.#timer ??= setInterval(() => this.give(), GIVE_EVERY_MS);
  }

  /** Hands on what is due. */
  give(): void {
    const { sourceId } = this.#parts;
    const [first] = this.#held;
    const now = this.#parts.clock();
    const { originUs, speed } = now;
    if (!isMoving(now) || originUs === undefined) return;
    const untilUs = nowUs() + LEAD_US;
    let taken = 0;
    for (const { lineUs, sampleRate, data } of this.#held) {
      const timestampUs = originUs + lineUs / speed;
      if (timestampUs > untilUs) break;
      taken += 1;
      this.#parts.onSound({
        ...{ sourceId, timestampUs, sampleRate: Math.round(sampleRate * speed) },
        ...{ channels: MEDIA_SOUND_CHANNELS, samples: new Float32Array(data) },
      });
    }
    if (taken === 0 || first === undefined) return;
    this.#held.splice(0, taken);
    this.#parts.send({ type: 'mediaSoundTaken', sourceId, run: first.run, blocks: taken });
    if (this.#held.length === 0) this.#stopTimer();
  }

  /** A run begins: what is held is of the one before. */
  clear(): void {
    this.#held = [];
    this.#stopTimer();
  }

  #stopTimer(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
