/**
 * What capture is doing, as the window shows it: plain data in a vanilla store. No media objects here: a track or a
 * port in a store would outlive its owner.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { MediaStatus } from '../layers/media/media-status.ts';
import type { Side } from '../audio/one-sided.ts';
import type { SoundApplication } from '../../../shared/media/application-port.ts';
import type { ChannelFault } from '../../../shared/sound/channel-fault.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { AudioChoice, SourceChoice } from '../../../shared/studio/inputs.ts';
import type { SoundChoice } from './sound/sound-choice.ts';
import type { Size } from '../../../shared/studio/transform.ts';

/** `off` by choice; `failed` carries why, and capture can be set anew at any time. */
export type CapturePhase = 'off' | 'starting' | 'running' | 'failed';

export interface VideoCaptureState {
  readonly phase: CapturePhase;
  /** The device's own name, or what kind of source it is. */
  readonly label?: string;
  /** What the source gives, pixels; the program's size is the encoding profile's. */
  readonly width?: number;
  readonly height?: number;
  /** What the source promises, frames per second. */
  readonly fps?: number;
  /** Of a screen, whichever part of it shows. */
  readonly whole?: Size;
  readonly limits?: CameraLimits;
  /** Of the camera that is open, whether it was chosen or is the system's. */
  readonly deviceId?: string;
  readonly error?: ErrorRecord;
}

/** The largest size and the highest rate that a camera has, each by itself. */
export interface CameraLimits extends Size {
  readonly fps: number | undefined;
}

export interface VideoSourceState extends VideoCaptureState {
  /** Of a captured source, with what its device was found by. */
  readonly choice?: SourceChoice;
  /** Of a media source: what it plays, and where it stands. */
  readonly media?: Pick<MediaStatus, 'phase' | 'entry' | 'entries' | 'positionMs' | 'durationMs'>;
}

export interface AudioCaptureState {
  readonly phase: CapturePhase;
  readonly label?: string;
  /** The microphone's sound has been on this side alone for a while. */
  readonly oneSided?: Side;
  /** The microphone gives no more than a telephone does, as a headset in a call. */
  readonly isNarrow?: true;
  /** The application plays nothing now: its sound comes once it does. */
  readonly isWaiting?: true;
  readonly error?: ErrorRecord;
}

/** Of a channel. */
export interface ChannelState extends AudioCaptureState {
  /** With what the microphone was found by. */
  readonly choice: SoundChoice;
  /** The first thing that is wrong with what the source gives. */
  readonly fault?: ChannelFault | undefined;
}

export interface CaptureDevice {
  readonly deviceId: string;
  readonly label: string;
}

export interface CaptureState {
  /** By the source's id in the studio document. */
  readonly videos: Readonly<Record<string, VideoSourceState>>;
  /** Of the pictures of drawn sources, by source, as soon as they show. */
  readonly drawnSizes: Readonly<Record<string, Size>>;
  /** What is wrong with the files of filters, by filter. */
  readonly filterErrors: Readonly<Record<string, ErrorRecord>>;
  /** Of the scene on air: running as soon as one of its sources shows a picture. */
  readonly program: CapturePhase;
  /** The choice and the state of the view's main source. */
  readonly source: SourceChoice;
  readonly video: VideoCaptureState;
  /** By the channel's id in the studio document. */
  readonly channels: Readonly<Record<string, ChannelState>>;
  /** The choice and the state of the main channel. */
  readonly audioChoice: AudioChoice;
  readonly audio: AudioCaptureState;
  /** Viewers get the slate and silence instead of picture and sound. */
  readonly isAway: boolean;
  /** The preview shows a picture: the source's, its last one or the slate. */
  readonly isPreviewShown: boolean;
  readonly cameras: readonly CaptureDevice[];
  readonly microphones: readonly CaptureDevice[];
  /** The name of the microphone that the system uses where none is chosen; absent where it tells none. */
  readonly usualMicrophone?: string | undefined;
  /** What the headphones may be plugged into. */
  readonly speakers: readonly CaptureDevice[];
  /** Channels that are the only ones in the headphones. */
  readonly soloIds: readonly string[];
  /** Why the headphones get nothing. */
  readonly monitorError?: ErrorRecord | undefined;
  /** What plays on the computer now, while a menu lists it; undefined until it is known. */
  readonly applications?: readonly SoundApplication[] | undefined;
  /** Why the applications can't be listed. */
  readonly applicationsError?: ErrorRecord | undefined;
  /** Why what the computer plays can't be captured; absent where it can. */
  readonly systemAudioError?: ErrorRecord | undefined;
}

export type CaptureStore = StoreApi<CaptureState>;
