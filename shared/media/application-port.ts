/**
 * The sound of single applications on its way from the engine, which records it from the sound server, to the capture worker, which
 * mixes it. The worker counts the blocks that it has taken: with too many on their way the engine leaves sound out.
 *
 * `run` grows with each start of a channel. What belongs to an older run is void for both ends.
 */
import type { ErrorRecord } from '../errors/app-error.ts';

export const APPLICATION_CHANNELS = 2;
/** Blocks on their way at most: about a second. */
export const APPLICATION_BLOCKS = 50;

/** An application as the sound server names it. */
export interface SoundApplication {
  readonly name: string;
  /** Its executable, without a folder: several applications may have the same name. */
  readonly program?: string | undefined;
}

interface OfChannel {
  readonly channelId: string;
  readonly run: number;
}

/** Records the application from now on, whenever it plays, in place of what the channel had. */
export interface TakeApplication extends OfChannel {
  readonly type: 'takeApplication';
  readonly application: SoundApplication;
  /** Hz, whole. */
  readonly sampleRate: number;
}

export interface EndApplication {
  readonly type: 'endApplication';
  readonly channelId: string;
}

/** So many more blocks were mixed, or let go. */
export interface ApplicationSoundTaken extends OfChannel {
  readonly type: 'applicationSoundTaken';
  readonly blocks: number;
}

/** Whether somebody sees the list of applications that play. */
export interface WatchApplications {
  readonly type: 'watchApplications';
  readonly isWatching: boolean;
}

export type ToEngineApplicationMessage =
  TakeApplication | EndApplication | ApplicationSoundTaken | WatchApplications;

/** Float32, interleaved, of `APPLICATION_CHANNELS`. */
export interface ApplicationSound extends OfChannel {
  readonly type: 'applicationSound';
  /** Of its first sample, on a line that begins at 0 each time the application begins to play. */
  readonly lineUs: number;
  readonly sampleRate: number;
  readonly data: ArrayBuffer;
}

/** The application doesn't play: its sound comes once it does. */
export interface ApplicationWaits extends OfChannel {
  readonly type: 'applicationWaits';
}

/** Nothing can be recorded. The engine tries again by itself. */
export interface ApplicationFailed extends OfChannel {
  readonly type: 'applicationFailed';
  readonly error: ErrorRecord;
}

/** Whenever the list changes, while it is watched. */
export interface Applications {
  readonly type: 'applications';
  readonly applications: readonly SoundApplication[];
  /** Why there is no list. */
  readonly error?: ErrorRecord | undefined;
}

export type FromEngineApplicationMessage =
  ApplicationSound | ApplicationWaits | ApplicationFailed | Applications;
