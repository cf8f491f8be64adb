/** A camera and microphone by program: a frame each frame time and PCM beside, over a media port, as the window sends them. */
import type { MediaPort } from '../../../electron/engine/sources/page-source.ts';
import { MAIN_TRACK } from '../../../shared/media/track.ts';

const AUDIO_BLOCK_SAMPLES = 1024;
const SAMPLE_RATE = 48_000;
/** Frames made beforehand: drawing them must not cost what is measured. */
const PICTURES = 30;

export interface TestCamera {
  readonly port: MediaPort;
  /** Frames that found no credit. */
  readonly skippedFrames: number;
  stop(): void;
}

/** A picture of `size` whose every part changes: hard to encode, so that the bitrate asked for is reached. */
function makePicture(
  number: number,
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array {
  const bytes = new Uint8Array((width * height * 3) / 2).fill(128);
  let noise = number + 1;
  for (let at = 0; at < width * height; at += 1) {
    noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) | 0;
    bytes[at] = 64 + ((at + number * 5) & 63) + ((noise >>> 24) & 31);
  }
  return bytes;
}

export function startTestCamera(size: {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}): TestCamera {
  const pictures = Array.from({ length: PICTURES }, (_, number) => makePicture(number, size));
  const listeners = new Set<(event: { readonly data: unknown }) => void>();
  const give = (data: unknown): void => {
    for (const listener of listeners) listener({ data });
  };
  let credits = 0;
  let skippedFrames = 0;
  let frames = 0;
  let samples = 0;
  const nowUs = (): number => performance.now() * 1000;
  const startUs = nowUs();
  const step = (): void => {
    const elapsedUs = nowUs() - startUs;
    for (; (frames * 1e6) / size.fps <= elapsedUs; frames += 1) {
      if (credits === 0) {
        skippedFrames += 1;
        give({ type: 'skipped', noCredit: 1, surplus: 0 });
        continue;
      }
      credits -= 1;
      const picture = pictures[frames % PICTURES] ?? new Uint8Array(0);
      const timestampUs = startUs + (frames * 1e6) / size.fps;
      const { width, height } = size;
      give({
        type: 'video',
        trackId: MAIN_TRACK,
        timestampUs,
        width,
        height,
        format: 'I420',
        colour: 'bt709-limited',
        data: picture.slice().buffer,
      });
    }
    for (; (samples * 1e6) / SAMPLE_RATE <= elapsedUs; samples += AUDIO_BLOCK_SAMPLES) {
      const data = new Float32Array(AUDIO_BLOCK_SAMPLES * 2);
      for (let at = 0; at < AUDIO_BLOCK_SAMPLES; at += 1) {
        data[at * 2] = data[at * 2 + 1] = 0.2 * Math.sin((2 * Math.PI * 440 * (samples + at)) / SAMPLE_RATE);
      }
      const timestampUs = startUs + (samples * 1e6) / SAMPLE_RATE;
      give({
        type: 'audio',
        trackId: MAIN_TRACK,
        timestampUs,
        sampleRate: SAMPLE_RATE,
        channels: 2,
        data: data.buffer,
      });
    }
  };
  const timer = setInterval(step, 1000 / size.fps / 2);
  return {
    port: {
      on: (_event, listener) => listeners.add(listener),
      postMessage: (message) => {
        if (message.type === 'credit') credits += message.video;
        else if (message.type === 'clockRequest')
          give({ type: 'clockReply', id: message.id, nowUs: nowUs() });
      },
      start: () => {},
      close: () => clearInterval(timer),
    },
    get skippedFrames() {
      return skippedFrames;
    },
    stop: () => clearInterval(timer),
  };
}
