/** What the page and the capture worker say to each other. Media bytes never come this way, only streams and ports. */

import type { ChannelFault } from '../../../shared/sound/channel-fault.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import type { SoundApplication } from '../../../shared/media/application-port.ts';
import type { TrackNumber } from '../../../shared/media/track.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { Lut } from '../compositor/filters/cube.ts';
import type { Pixels } from '../stills/drawn-picture.ts';
import type { Side } from '../audio/one-sided.ts';
import type { ClapPicture } from '../canvas/clap-picture.ts';
import type { MasterSettings, MixerChannel, MixerReadings } from '../mixer/core/mixer-types.ts';
import type { MediaStatus } from '../layers/media/media-status.ts';
import type { MediaControl, MediaFileInput } from '../../../shared/studio/files/media-input.ts';
import type { CanvasScene } from '../canvas/canvas-scene.ts';
import type { ViewContent, ViewFormat } from '../canvas/views/view-content.ts';
import type { DrawnInput, SlideshowInput } from '../../../shared/studio/inputs.ts';
import type { OpenedMeter } from '../meters/shown-meters.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { Region } from '../../../shared/studio/captured/region-schema.ts';

/** `frames`: as the source gives them. `clock`: at the program's rate, repeating while nothing changes. */
export type Pacing = 'frames' | 'clock';

/** The program's format: what the engine is to get. */
export interface ProgramFormat {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly sampleRate: EncodingProfile['audioSampleRate'];
  readonly channels: 1 | 2;
}

export type ToCaptureWorker =
  /** The engine's port is the message's only transferred port. */
  | { readonly type: 'enginePort' }
  | { readonly type: 'program'; readonly program: ProgramFormat }
  | {
      readonly type: 'openTrack';
      readonly sourceId: string;
      /** Comes back with the events of this start. */
      readonly run: number;
      readonly readable: ReadableStream<VideoFrame>;
      readonly pacing: Pacing;
      /** The part of a screen that shows. */
      readonly region?: Region;
    }
  | { readonly type: 'setRegion'; readonly sourceId: string; readonly region: Region }
  | { readonly type: 'openPattern'; readonly sourceId: string; readonly run: number }
  | OpenDrawn
  | OpenImage
  | OpenSlideshow
  | Slide
  /** Its file is another now, or gone: a slide that is held is loaded anew. */
  | (SourceRun & { readonly type: 'slideChanged'; readonly index: number })
  | FilterFileMessage
  /** Opens the source, or changes one that is open. */
  | { readonly type: 'openMedia'; readonly sourceId: string; readonly input: MediaFileInput }
  | { readonly type: 'controlMedia'; readonly control: MediaControl }
  /** A browser page; main sends what it paints by the message's only transferred port. */
  | { readonly type: 'openPage'; readonly sourceId: string }
  | { readonly type: 'closeVideo'; readonly sourceId: string }
  /** The device is gone: its last picture stands until the source is opened again or closed. */
  | { readonly type: 'holdVideo'; readonly sourceId: string }
  /** What the canvas shows. */
  | { readonly type: 'showScene'; readonly scene: CanvasScene }
  | (ChannelRun & { readonly type: 'takeSound'; readonly readable: ReadableStream<AudioData> })
  | (ChannelRun & { readonly type: 'makeSound'; readonly made: MadeSound })
  | { readonly type: 'endSound'; readonly channelId: string }
  /** Whether somebody sees the list of applications that play. */
  | { readonly type: 'watchApplications'; readonly isWatching: boolean }
  | { readonly type: 'setMixer'; readonly settings: MixerSetup }
  /** At once, until the next settings: a fader is being dragged. */
  | { readonly type: 'adjustChannel'; readonly channelId: string; readonly change: ChannelAdjustment }
  /** The only ones in the headphones; none for all. */
  | { readonly type: 'soloChannels'; readonly channelIds: readonly string[] }
  /** Where the headphones' mix goes: the message's only transferred port. */
  | { readonly type: 'openMonitor' }
  | { readonly type: 'closeMonitor' }
  /** A meter of the window, which the worker draws. Its canvas has no size until `sizeMeter`. */
  | { readonly type: 'openMeter'; readonly meter: OpenedMeter }
  /** In pixels of the display. */
  | { readonly type: 'sizeMeter'; readonly meterId: number; readonly width: number; readonly height: number }
  | { readonly type: 'closeMeter'; readonly meterId: number }
  /** Whether the page itself wants the mixer's readings. */
  | { readonly type: 'watchMeters'; readonly isWatching: boolean }
  /** What the loudness is measured over begins anew. */
  | { readonly type: 'resetLoudness' }
  /** Which channel to look for claps in; none when absent. */
  | { readonly type: 'watchClaps'; readonly channelId?: string | undefined }
  /** The slate and silence go out instead of picture and sound, until it is taken back. */
  | { readonly type: 'away'; readonly isAway: boolean; readonly slateText: string }
  /** Where the program's pictures go for the window. */
  | { readonly type: 'showPreview'; readonly writable: WritableStream<VideoFrame> }
  /** A picture of a scene for a window: of studio mode's preview, of a projector. Shows nothing until `showView`. */
  | {
      readonly type: 'openView';
      readonly viewId: number;
      readonly writable: WritableStream<VideoFrame>;
      readonly format: ViewFormat;
    }
  /** A picture of the program for another window than the main one. */
  | {
      readonly type: 'openProgramView';
      readonly viewId: number;
      readonly writable: WritableStream<VideoFrame>;
    }
  | { readonly type: 'showView'; readonly viewId: number; readonly content: ViewContent }
  | { readonly type: 'closeView'; readonly viewId: number }
  /** How large the window shows the preview, in pixels of the display. */
  | { readonly type: 'previewSize'; readonly size: Size }
  /** Whether anybody can see the preview. */
  | { readonly type: 'previewLookedAt'; readonly isLookedAt: boolean };

export interface ImageBytes {
  /** Of the whole file. */
  readonly bytes: ArrayBuffer;
  /** The drawing, where the file is an SVG: only a page can make one. */
  readonly svg?: Pixels;
}

export interface OpenDrawn {
  readonly type: 'openDrawn';
  readonly sourceId: string;
  readonly input: DrawnInput;
  /** BCP 47: the window's language, for the days and months of a clock. */
  readonly locale: string;
}

/** `run` comes back with the events of this image, or of this slide show. */
export interface OpenImage extends SourceRun {
  readonly type: 'openImage';
  readonly image: ImageBytes;
}

export interface OpenSlideshow extends SourceRun {
  readonly type: 'openSlideshow';
  readonly input: SlideshowInput;
}

/** Answers `slideWanted`. */
export type Slide = SourceRun & { readonly type: 'slide'; readonly index: number } & (
    { readonly image: ImageBytes } | { readonly error: ErrorRecord }
  );

/** The file of a filter; none, where the filter is gone or has no file. */
export interface FilterFileMessage {
  readonly type: 'filterFile';
  readonly filterId: string;
  /** Comes back with the events of this file. */
  readonly run: number;
  readonly file:
    | { readonly kind: 'mask'; readonly bytes: ArrayBuffer }
    | { readonly kind: 'lut'; readonly lut: Lut }
    | undefined;
}

export type FilterFileEvent =
  | { readonly type: 'filterFileOpened'; readonly filterId: string; readonly run: number }
  | {
      readonly type: 'filterFileFailed';
      readonly filterId: string;
      readonly run: number;
      readonly error: ErrorRecord;
    };

export type FromCaptureWorker =
  | VideoEvent
  | FilterFileEvent
  | FileEvent
  | LayerEvent
  | MediaEvent
  /** A picture of the canvas could not be composed. */
  | { readonly type: 'canvasFailed'; readonly message: string }
  /** The program has a picture, or has none any more. */
  | { readonly type: 'previewShown'; readonly isShown: boolean }
  | SoundEvent
  | ApplicationsEvent
  /** All that is wrong with what a channel's source gives. */
  | { readonly type: 'soundFaults'; readonly channelId: string; readonly faults: readonly ChannelFault[] }
  /** Pictures on both sides of the sound, the oldest first. */
  | { readonly type: 'clapFound'; readonly pictures: readonly ClapPicture[] }
  /** 30 times a second while something sounds and the page wants them. */
  | { readonly type: 'meters'; readonly readings: MixerReadings }
  /** The highest peak of the last second on a meter, a few times a second. */
  | { readonly type: 'meterFigure'; readonly meterId: number; readonly heldDb: number };

/** `run` comes back with the events of this start. */
interface ChannelRun {
  readonly channelId: string;
  readonly run: number;
}

/** Beeps belong to the picture of a test pattern. */
export type MadeSound =
  | { readonly kind: 'tone' }
  | { readonly kind: 'beeps'; readonly sourceId: string }
  /** The engine decodes it with the source's pictures. */
  | { readonly kind: 'media'; readonly sourceId: string }
  /** The engine records what one application plays. */
  | { readonly kind: 'application'; readonly application: SoundApplication };

/** A channel as the document has it; its presence comes with the scene. */
export type ChannelSettings = Omit<MixerChannel, 'presence' | 'fadeMs' | 'presenceFromUs'>;
export type ChannelAdjustment = Partial<Pick<ChannelSettings, 'gain' | 'isMuted' | 'side'>>;

export interface MixerSetup extends Omit<MasterSettings, 'tracks' | 'meteredTrack'> {
  readonly channels: readonly ChannelSettings[];
  /** What streams take. */
  readonly streamTrack: TrackNumber;
}

export type SoundEvent = ChannelRun &
  (
    | { readonly type: 'soundStarted' }
    | { readonly type: 'soundFailed'; readonly message: string }
    /** The application doesn't play: its sound comes once it does. */
    | { readonly type: 'soundWaits' }
    /** The application's sound can't be had for now. */
    | { readonly type: 'soundRefused'; readonly error: ErrorRecord }
    /** The sound is on this side alone; undefined when on both again. */
    | { readonly type: 'soundOneSided'; readonly side: Side | undefined }
  );

const soundEvents: ReadonlySet<FromCaptureWorker['type']> = new Set<SoundEvent['type']>([
  ...(['soundStarted', 'soundFailed', 'soundWaits', 'soundRefused', 'soundOneSided'] as const),
]);

export function isSoundEvent(event: FromCaptureWorker): event is SoundEvent {
  return soundEvents.has(event.type);
}

/** What plays on the computer now, while the list is watched. */
export interface ApplicationsEvent {
  readonly type: 'applicationsListed';
  readonly applications: readonly SoundApplication[];
  /** Why there is no list. */
  readonly error: ErrorRecord | undefined;
}

interface SourceRun {
  readonly sourceId: string;
  readonly run: number;
}

interface OneSlide {
  /** Of the slide, in a slide show. */
  readonly index?: number;
}

/** Of the source's newest image or slide show. */
export type FileEvent =
  | (SourceRun & { readonly type: 'slideWanted'; readonly index: number })
  | (SourceRun & OneSlide & { readonly type: 'imageOpened'; readonly width: number; readonly height: number })
  | (SourceRun & OneSlide & { readonly type: 'imageFailed'; readonly error: ErrorRecord });

export interface MediaEvent {
  readonly type: 'mediaStatus';
  readonly sourceId: string;
  readonly status: MediaStatus;
}

/** Of a source that is drawn, once it shows, and again whenever the size of its picture changes. */
export interface LayerEvent {
  readonly type: 'layerSize';
  readonly sourceId: string;
  readonly width: number;
  readonly height: number;
}

export type VideoEvent =
  /** The first frame, and again whenever the source's size changes. */
  | (SourceRun & {
      readonly type: 'videoSize';
      readonly width: number;
      readonly height: number;
      /** Of the screen that this is a part of, or all of. */
      readonly whole?: Size;
    })
  | (SourceRun & { readonly type: 'videoEnded' })
  /** A camera gives no frames, though nothing ended. */
  | (SourceRun & { readonly type: 'videoStalled' })
  /** A screen is to be captured now. */
  | (SourceRun & { readonly type: 'videoFrameWanted' })
  | (SourceRun & { readonly type: 'videoFailed'; readonly message: string });
