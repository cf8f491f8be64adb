/** Typed messages between main and the engine (utility process). Keys travel here from main to the engine, never back. */
import type { DestinationWithSecrets } from '../destinations/destination.ts';
import type { DestinationTest, TestReach } from '../destinations/destination-test.ts';
import type { EncoderProbe } from '../encoding/encoder-list.ts';
import type { Encoding } from '../encoding/encoding.ts';
import type { MatrixFilter } from '../encoding/matrix-filter.ts';
import type { EncodingProfile } from '../encoding/profile.ts';
import type { EngineSnapshot } from '../broadcast/state.ts';
import type { BroadcastEvent, StatsSample, StatsSummary } from '../broadcast/statistics.ts';
import type { RehearsalProtocol, RehearsalReport } from '../broadcast/rehearsal-report.ts';
import type { ErrorRecord } from '../errors/app-error.ts';
import type { MediaSourceFiles } from '../media/media-source-port.ts';
import type { RecordingSplit } from '../settings/settings.ts';

/** A destination of a stream. Main gives the names: the engine has no texts. */
export interface NamedDestination extends DestinationWithSecrets {
  /** Of its backup, where that is sent to at the same time. */
  readonly backupName: string;
}

/** A destination, and the encoding that it takes. */
export interface PlannedDestination extends NamedDestination {
  readonly encodingId: string;
}

/** A track of sound in a recording. */
export interface RecordedTrack {
  readonly trackId: string;
  /** As the file calls it. */
  readonly name: string;
}

/** Which encoding a recording takes, where it goes, and when it goes on in a new file. */
export interface RecordingPlan {
  readonly encodingId: string;
  readonly path: string;
  readonly split: RecordingSplit;
  /** The file's tracks of sound, in their order; only the encoding's own, without a name, when absent. */
  readonly tracks?: readonly RecordedTrack[] | undefined;
}

/** Which encoding the embedded receiver gets, and by which protocol. */
export interface RehearsalPlan {
  readonly encodingId: string;
  /** Of the receiver, as a destination. */
  readonly name: string;
  readonly protocol: RehearsalProtocol;
  readonly recordingPath?: string;
}

export interface StartBroadcast {
  readonly type: 'startBroadcast';
  /** Every output of this start takes one of these. */
  readonly encodings: readonly Encoding[];
  readonly destinations: readonly PlannedDestination[];
  /** Adds the embedded receiver, an output of its own kind. */
  readonly rehearse: false | RehearsalPlan;
  readonly recording?: RecordingPlan;
  readonly isDynamicBitrate: boolean;
  readonly drainMs: number;
  /** Keep trying when the first attempt fails; the window asks the user, the command line does not. */
  readonly shouldRetryFirst: boolean;
  /** Ends the broadcast by itself after this much media was sent, counted from the first frame that goes out. */
  readonly endAfterMs?: number;
}

export interface TestDestination {
  readonly type: 'testDestination';
  readonly destination: DestinationWithSecrets;
  readonly reach: TestReach;
  /** The service's switch, added to the key where `reach` says so. */
  readonly testQuery?: string;
  /** kbit/s sent at most. */
  readonly capKbps: number;
  /** That the broadcast is set to: its codec is tried, where it works here. */
  readonly encoder: EncodingProfile['encoder'];
}

/** A video file is the source of the program, in place of the page's pictures. */
export interface PlayFile {
  readonly type: 'playFile';
  /** Absolute. */
  readonly path: string;
  /** False: the sound comes from the page, or there is none. */
  readonly hasSound: boolean;
  /** Gives the format. */
  readonly profile: EncodingProfile;
}

/** What a studio command asks of the engine. Each is answered once, after the state that it led to was told. */
export type EngineCommand =
  | StartBroadcast
  /** Sends what is queued within the drain deadline. */
  | { readonly type: 'stopBroadcast' }
  | { readonly type: 'endNow' }
  | { readonly type: 'addDestination'; readonly destination: PlannedDestination }
  | { readonly type: 'removeDestination'; readonly id: string }
  | { readonly type: 'retryNow'; readonly id: string }
  | { readonly type: 'giveUp'; readonly id: string }
  | { readonly type: 'useBackup'; readonly id: string }
  | { readonly type: 'changeProfile'; readonly encodingId: string; readonly profile: EncodingProfile }
  /** Starts the encoding where it does not run yet. */
  | { readonly type: 'startRecording'; readonly recording: RecordingPlan; readonly encoding: Encoding }
  | { readonly type: 'stopRecording' };

export type ToEngine =
  /** First message; the media port of the renderer comes as its transferred port, again after each reload. */
  | {
      readonly type: 'configure';
      readonly ffmpegPath: string;
      readonly matrixFilter: MatrixFilter;
      readonly logLevel: 'debug' | 'info';
    }
  /** `profileFolder` is where the page's browser session keeps its files, undefined when it keeps none. */
  | { readonly type: 'mediaPort'; readonly profileFolder: string | undefined }
  /** Answered by `encodersProbed`; given up when something begins to be encoded. */
  | { readonly type: 'probeEncoders' }
  /** What is known of this machine's encoders: decides what `auto` stands for, from the next start on. */
  | { readonly type: 'useEncoders'; readonly probes: readonly EncoderProbe[] }
  /** Answered by `filePlayable` or `fileFailed`; it begins with the program and ends with it. */
  | PlayFile
  /** The files of the document's media sources, again whenever they change. The page names sources, and never a file. */
  | { readonly type: 'mediaSources'; readonly sources: readonly MediaSourceFiles[] }
  | TestDestination
  | { readonly type: 'cancelTest' }
  /** Answered by `answer` with the same id. */
  | { readonly type: 'command'; readonly requestId: number; readonly command: EngineCommand }
  /** The machine woke up or its network changed: every waiting link tries at once. */
  | { readonly type: 'networkChanged' };

export type FromEngine =
  | { readonly type: 'ready' }
  | { readonly type: 'snapshot'; readonly snapshot: EngineSnapshot }
  | { readonly type: 'sample'; readonly sample: StatsSample }
  | { readonly type: 'event'; readonly event: BroadcastEvent }
  | { readonly type: 'summary'; readonly summary: StatsSummary }
  | { readonly type: 'report'; readonly report: RehearsalReport }
  /** Undefined: given up, or it failed. */
  | { readonly type: 'encodersProbed'; readonly probes?: readonly EncoderProbe[] | undefined }
  | { readonly type: 'filePlayable' }
  /** At any time: nothing comes from it any more. */
  | { readonly type: 'fileFailed'; readonly error: ErrorRecord }
  /** How far the test of a destination is; its last one has a phase other than `running`. */
  | { readonly type: 'test'; readonly test: DestinationTest }
  | {
      readonly type: 'log';
      readonly level: 'debug' | 'info' | 'warn' | 'error';
      readonly area: string;
      readonly text: string;
    }
  /** The one answer to a command. Without an error it took effect, or is on its way and reported by the state. */
  | { readonly type: 'answer'; readonly requestId: number; readonly error?: ErrorRecord }
  /** Its last message: nothing caught this error, so it ends itself. */
  | { readonly type: 'fault'; readonly error: ErrorRecord };
