/** What a media source is given by who opens it. */
import type {
  MEDIA_SOUND_CHANNELS,
  ToEngineMediaSourceMessage,
} from '../../../../shared/media/media-source-port.ts';
import type { Size } from '../../../../shared/studio/transform.ts';
import type { PlaneMemory } from '../../compositor/memory.ts';
import type { MediaStatus } from './media-status.ts';

/** A piece of a media source's sound, for the mixer. */
export interface MediaSoundPart {
  readonly sourceId: string;
  /** Of its first sample, on the page's clock: when the picture of the same moment shows. */
  readonly timestampUs: number;
  /** Hz. Faster than it was decoded where the source plays faster than its files say. */
  readonly sampleRate: number;
  readonly channels: typeof MEDIA_SOUND_CHANNELS;
  /** Interleaved. */
  readonly samples: Float32Array;
}

export interface MediaSourceParts {
  readonly sourceId: string;
  readonly memory: PlaneMemory;
  /** Larger pictures aren't needed. */
  readonly limit: Size;
  /** There is room for another source that waits at its first picture, with an ffmpeg that stands. */
  mayBeReady(): boolean;
  /** Hz of the sound, as the program has it; undefined while nobody wants the sound. */
  sampleRate(): number | undefined;
  onSound(part: MediaSoundPart): void;
  /** No sound comes for now: it pauses, has ended, seeks, or its sound is shorter than its pictures. */
  onSoundEnd(): void;
  send(message: ToEngineMediaSourceMessage): void;
  report(status: MediaStatus): void;
}
