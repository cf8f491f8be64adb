/**
 * What the mixer is given and what comes out of the mixer. All times are microseconds of the page's own clock, at capture; all
 * levels are factors unless their names say dB.
 */
import type { AudioBlock } from '../../../../shared/media/media-port.ts';
import type { TrackNumber } from '../../../../shared/media/track.ts';
import type { ChannelFault } from '../../../../shared/sound/channel-fault.ts';
import type { LoudnessFigures } from '../../../../shared/sound/targets.ts';
import type { ChainFilter } from '../filters/filter-chain.ts';
import type { SoundBlock } from '../filters/sound-filter.ts';
import type { MeterReading } from '../loudness/channel-meter.ts';

/** One source of sound and what the mixer does with its sound. */
export interface MixerChannel {
  readonly id: string;
  /** Of the fader, 0 to 4. */
  readonly gain: number;
  readonly isMuted: boolean;
  /** −1 is left alone, 1 is right alone. */
  readonly balance: number;
  /** Both sides become their average, before the filters. */
  readonly isMono: boolean;
  /** Both sides become this one, before the filters. */
  readonly side?: 'left' | 'right' | undefined;
  /** Bit 0 stands for track 1; see `maskOfTracks` of shared/media/track.ts. */
  readonly tracks: number;
  /** `only`: in the headphones and on no track. */
  readonly monitoring: 'off' | 'only' | 'both';
  /** How much later than captured the sound is heard; a negative offset makes the sound earlier. */
  readonly syncOffsetMs: number;
  /** Whether silence is a fault: a microphone's is, a page's or a game's is not. */
  readonly isSoundExpected: boolean;
  /** In order. A changed list is another object. */
  readonly filters: readonly ChainFilter[];
  /** 0 to 1: how much of the channel the scenes on air let through. */
  readonly presence: number;
  /** A change of `presence` takes this long, never less than 10 ms. */
  readonly fadeMs: number;
  /** When a change of `presence` begins; absent: with the next block. A past time puts the change as far along as it would be. */
  readonly presenceFromUs?: number | undefined;
}

export interface MasterSettings {
  readonly isLimiterOn: boolean;
  /** True peak, dB. */
  readonly ceilingDb: number;
  /** The tracks that somebody takes; no other is given out. Bit 0 stands for track 1. */
  readonly tracks: number;
  /** Whose loudness is measured: the stream's. Absent while nobody looks; then there are no readings, of channels either. */
  readonly meteredTrack: TrackNumber | undefined;
}

/** PCM of one channel. `samples` is the caller's again once `push` has returned. */
export interface PcmPart {
  /** Of the first sample. */
  readonly timestampUs: number;
  readonly sampleRate: number;
  readonly channels: 1 | 2;
  /** Interleaved. */
  readonly samples: Float32Array;
}

/** Of one track, behind the limiter. */
export interface ProgramReading extends MeterReading, LoudnessFigures {
  /** What the limiter takes away now, dB. */
  readonly reductionDb: number;
}

/** Valid within the call that gets them. */
export interface MixerReadings {
  /** By channel, behind the fader. */
  readonly channels: ReadonlyMap<string, MeterReading>;
  /** Of the track that `MasterSettings.meteredTrack` names. */
  readonly program: ProgramReading;
  /** Of each dynamics filter, by its id: what the filter takes away now, dB. */
  readonly reductions: ReadonlyMap<string, number>;
}

/** Whoever looks at the sound of one channel. */
export interface ChannelWatcher {
  readonly channelId: string;
  /** Gets each block behind the filters and before the fader, with the time that tracks have it at; valid within the call. */
  readonly onBlock: (timestampUs: number, block: SoundBlock, sampleRate: number) => void;
}

export interface MixerOptions {
  /** The program's. */
  readonly sampleRate: 44_100 | 48_000;
  /** The program's: what tracks are given out in. */
  readonly channels: 1 | 2;
  readonly nowUs: () => number;
  /**
   * Gets each track's sound, of one or more blocks that follow each other. Several tracks of the same time come one after the other.
   * The block's bytes are used again by the next: send or copy them at once.
   */
  readonly onTrack: (track: TrackNumber, block: AudioBlock) => void;
  /** Gets what the headphones play, always stereo, while a channel is monitored or soloed; bytes as with `onTrack`. */
  readonly onMonitor: (block: AudioBlock) => void;
  /** Thirty times a second while anything is mixed and a track is metered. */
  readonly onMeters: (readings: MixerReadings) => void;
  /** Gets all that is wrong with what a channel's source gives, whenever that changes. */
  readonly onFaults: (channelId: string, faults: readonly ChannelFault[]) => void;
}
