/**
 * The one contract between the window and main: name, input, output, events. Both ends infer their types from it;
 * main parses every input against it. A handler that is missing does not compile.
 */
import * as z from 'zod';
import { none, output } from './channel.ts';
import type { Output } from './channel.ts';
import { captureChannels } from './capture-channels.ts';
import { collectionChannels } from './collection-channels.ts';
import { destinationSchema } from '../destinations/destination.ts';
import type { DestinationTest } from '../destinations/destination-test.ts';
import type { EncoderList } from '../encoding/encoder-list.ts';
import { typedNameSchema } from '../destinations/name.ts';
import { relayRequestSchema } from '../relay/relay-request.ts';
import type { WrittenRelay } from '../relay/relay-request.ts';
import type { RelayStatus } from '../relay/relay-status.ts';
import { MAX_SERVER_SECRET_LENGTH, SERVER_SECRET } from '../destinations/server-secret.ts';
import { MAX_PRESETS, MIN_PASSPHRASE_LENGTH } from '../destinations/preset-file.ts';
import type { ImportPreview } from '../destinations/preset-file.ts';
import type { RemoteStatus } from '../remote/remote-control.ts';
import { destinationProxySchema } from '../proxy/proxy-schema.ts';
import { settingsSchema } from '../settings/settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { EngineSnapshot } from '../broadcast/state.ts';
import type { BroadcastEvent, StatsSample, StatsSummary } from '../broadcast/statistics.ts';
import { pastStreamId } from '../broadcast/past-stream.ts';
import type { PastStream, PastStreamHead } from '../broadcast/past-stream.ts';
import type { RehearsalReport } from '../broadcast/rehearsal-report.ts';
import type { ErrorRecord } from '../errors/app-error.ts';
import { errorCodes } from '../errors/error-codes.ts';
import type { CollectionList } from '../studio/collections/collection-commands.ts';
import type { TransferProgress } from '../studio/collections/collection-import.ts';
import { commandRequestSchema } from '../studio/commands.ts';
import type { CommandAnswer } from '../studio/commands.ts';
import type { FilePlace } from '../studio/files/source-files.ts';
import type { FilterFilePlace } from '../studio/filters/filter-files.ts';
import { captureReportSchema } from '../studio/readiness.ts';
import type { Destination } from '../destinations/destination.ts';
import type { DisplayFacts } from './projector-name.ts';
import type { MediaControl } from '../studio/files/media-input.ts';
import { appChannels } from './app-channels.ts';
import type { AppEvents, FailureFacts } from './app-channels.ts';
import type { MenuCommand } from './menu-command.ts';
import { pageChannels } from './page-channels.ts';
import type { PageState } from './page-state.ts';
import { soundChannels } from './sound-channels.ts';
import { sourceFileChannels } from './source-file-channels.ts';

const errorRecord = z.strictObject({
  code: z.enum(errorCodes),
  details: z.record(z.string().max(64), z.union([z.string().max(300), z.number(), z.boolean()])),
});
const idInput = z.strictObject({ id: z.string().max(64) });

const pastStreamInput = z.strictObject({ id: pastStreamId });

/** A secret on its way to the keychain. `undefined` leaves what is there, an empty string removes it. */
const secretInput = z.string().max(4096).optional();

/** The rest of an address; it cannot lead to another host. */
const serverSecretInput = z
  .union([z.literal(''), z.string().max(MAX_SERVER_SECRET_LENGTH).regex(SERVER_SECRET)])
  .optional();

const proxyPasswordInput = z.string().max(255).optional();

export interface AppFacts extends FailureFacts {
  readonly version: string;
  readonly platform: string;
  /** The desktop asks which screen or window is captured, in its own dialog. */
  readonly hasScreenDialog: boolean;
  /** False: keys are kept for this run only, and the window says so. */
  readonly hasKeychain: boolean;
  /** The version of an Electron older than Upcast was made for; undefined when it is the right one. */
  readonly oldRuntime: string | undefined;
  /** What was saved and could not be read; it was kept aside. */
  readonly startProblems: readonly ErrorRecord[];
  readonly ffmpeg: { readonly path: string; readonly version: string } | undefined;
  /** Tag of the language that the system prefers, of those that there are. */
  readonly systemLanguage: string;
  /** Started by `npm run live`: the page captures and shows nothing. */
  readonly isLive: boolean;
}

/** What happened in this session, for a window that opens late. */
export interface SessionHistory {
  /** As `SampleHistory.toBytes` wrote it. */
  readonly samples: Uint8Array;
  readonly lastSample: StatsSample | undefined;
  /** Oldest first. */
  readonly events: readonly BroadcastEvent[];
}

export const invokeContract = {
  'app:facts': { input: none, output: output<AppFacts>() },
  'settings:get': { input: none, output: output<Settings>() },
  'settings:update': {
    input: settingsSchema
      .omit({
        version: true,
        destinations: true,
        collectionId: true,
        studio: true,
        uplink: true,
        proxy: true,
        hasProxyPassword: true,
        recordingFolder: true,
      })
      .partial(),
    output: output<Settings>(),
  },
  'destination:save': {
    input: z.strictObject({
      destination: destinationSchema.extend({ name: typedNameSchema }),
      key: secretInput,
      password: secretInput,
      serverSecret: serverSecretInput,
      backupSecret: serverSecretInput,
      proxyPassword: proxyPasswordInput,
    }),
    output: output<Destination>(),
  },
  /** A copy behind the others, switched off and without any secret. */
  'destination:duplicate': { input: idInput, output: output<Destination>() },
  /** Main asks its owner itself; false when they said no. Refused for a host that the server did not name. */
  'destination:trustHost': {
    input: z.strictObject({ id: z.string().max(64), host: z.string().min(1).max(255) }),
    output: output<{ isTrusted: boolean }>(),
  },
  /** For all destinations without a choice of their own; main asks its owner itself about a change, false when they said no. */
  'proxy:save': {
    input: z.strictObject({ proxy: destinationProxySchema, password: proxyPasswordInput }),
    output: output<{ isSaved: boolean }>(),
  },
  'destination:delete': { input: idInput, output: output<void>() },
  /** Brings back what `destination:delete` took, key included, until the app ends. */
  'destination:restore': { input: idInput, output: output<Destination>() },
  'destination:reorder': {
    input: z.strictObject({ ids: z.array(z.string().max(64)).max(100) }),
    output: output<void>(),
  },
  /** Its course comes as `destination:test`. `mayPublish`: the user agreed that viewers may see it. */
  'destination:startTest': {
    input: z.strictObject({ id: z.string().max(64), mayPublish: z.boolean() }),
    output: output<void>(),
  },
  'destination:cancelTest': { input: none, output: output<void>() },
  /** Asks for a folder; undefined when none was chosen. */
  'relay:write': { input: relayRequestSchema, output: output<WrittenRelay | undefined>() },
  /** The relay last written becomes a destination, in place of those that it pushes to. */
  'relay:use': { input: none, output: output<Destination>() },
  /** Of a relay on this computer; undefined when it does not answer. */
  'relay:status': { input: none, output: output<RelayStatus | undefined>() },
  /** The person chooses a file; undefined when they changed their mind. Its keys stay in main. */
  'presets:openFile': { input: none, output: output<ImportPreview | undefined>() },
  'presets:unlock': {
    input: z.strictObject({ passphrase: z.string().max(1024) }),
    output: output<ImportPreview>(),
  },
  /** Adds those of the open file that were chosen, by their place in the preview. */
  'presets:add': {
    input: z.strictObject({ chosen: z.array(z.number().int().min(0)).max(MAX_PRESETS) }),
    output: output<readonly string[]>(),
  },
  'presets:discard': { input: none, output: output<void>() },
  /** Takes back what `presets:add` added. */
  'presets:undo': {
    input: z.strictObject({ ids: z.array(z.string().max(64)).max(MAX_PRESETS) }),
    output: output<void>(),
  },
  /** The person chooses where; undefined when they changed their mind. Keys only with a passphrase to seal them with. */
  'presets:export': {
    input: z.strictObject({
      ids: z.array(z.string().max(64)).max(MAX_PRESETS),
      passphrase: z.string().min(MIN_PASSPHRASE_LENGTH).max(1024).optional(),
    }),
    output: output<{ readonly fileName: string; readonly count: number } | undefined>(),
  },
  /** Everything that a button, a shortcut or the remote control can do to the stream and the recording. */
  'studio:run': { input: commandRequestSchema, output: output<CommandAnswer>() },
  ...captureChannels,
  ...collectionChannels,
  ...pageChannels,
  ...appChannels,
  ...soundChannels,
  ...sourceFileChannels,
  /** What capture does now: main decides with it whether a stream can start, and starts that of `live`. */
  'capture:report': { input: captureReportSchema, output: output<void>() },
  /** Which encoders work on this machine, as far as it is known. */
  'encoders:list': { input: none, output: output<EncoderList>() },
  /** Somebody looks at them: probes them where nothing is known. */
  'encoders:probeFirst': { input: none, output: output<void>() },
  /** Probes them, again if need be; nothing happens while something is on air. */
  'encoders:probe': { input: none, output: output<void>() },
  'recording:show': { input: none, output: output<void>() },
  'recording:chooseFolder': { input: none, output: output<{ folder: string } | undefined>() },
  'displays:list': { input: none, output: output<readonly DisplayFacts[]>() },
  /** Asks main for a fresh port to the engine; it arrives as a window message `upcast:mediaPort`. */
  'media:requestPort': { input: none, output: output<void>() },
  /** Capture tells what it does: no device, lost source, silence. Becomes an event of the broadcast. */
  'media:warning': { input: errorRecord, output: output<void>() },
  /** Whether the window can be seen: neither hidden nor minimized. */
  'window:isShown': { input: none, output: output<boolean>() },
  'engine:snapshot': { input: none, output: output<EngineSnapshot>() },
  'engine:history': { input: none, output: output<SessionHistory>() },
  /** Reports of streams that ended, newest first. */
  'pastStreams:list': { input: none, output: output<readonly PastStreamHead[]>() },
  'pastStreams:open': { input: pastStreamInput, output: output<PastStream>() },
  'pastStreams:delete': { input: pastStreamInput, output: output<void>() },
  /** Brings back what `pastStreams:delete` took, until the app ends. */
  'pastStreams:restore': { input: pastStreamInput, output: output<void>() },
  'remote:status': { input: none, output: output<RemoteStatus>() },
  /** The token leaves main only when the person asks to see it. */
  'remote:showToken': { input: none, output: output<string>() },
  /** To the clipboard, past the window. */
  'remote:copyToken': { input: none, output: output<void>() },
  /** The old one is worth nothing any more, and who used it is disconnected. */
  'remote:newToken': { input: none, output: output<void>() },
  'rehearsal:lastReport': { input: none, output: output<RehearsalReport | undefined>() },
  'export:save': {
    input: z.strictObject({
      suggestedName: z.string().max(120),
      kind: z.enum(['csv', 'json', 'png']),
      /** Text, or base64 for png. */
      content: z.string().max(64_000_000),
    }),
    output: output<{ isSaved: boolean }>(),
  },
} as const;

export type InvokeChannel = keyof typeof invokeContract;
export type InvokeInput<C extends InvokeChannel> = z.infer<(typeof invokeContract)[C]['input']>;
export type InvokeOutput<C extends InvokeChannel> =
  (typeof invokeContract)[C]['output'] extends Output<infer T> ? T : never;

/** What an invoke comes back as; the client turns `error` into a thrown `AppError`. */
export type InvokeResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorRecord };

/** Events from main to the window. */
export interface EventContract extends AppEvents {
  /** A stream begins: what came before it is forgotten. */
  'engine:began': undefined;
  'engine:snapshot': EngineSnapshot;
  'engine:sample': StatsSample;
  /** Oldest first. */
  'engine:events': readonly BroadcastEvent[];
  'engine:summary': StatsSummary;
  'engine:report': RehearsalReport;
  /** A report was kept. */
  'pastStreams:changed': undefined;
  'destination:test': DestinationTest;
  'remote:changed': RemoteStatus;
  'settings:changed': Settings;
  /** A change couldn't be saved; the next one tries again. */
  'settings:notSaved': ErrorRecord;
  'collections:changed': CollectionList;
  /** Of an export or an import that copies files; undefined once it doesn't any more. */
  'collections:progress': TransferProgress | undefined;
  'encoders:changed': EncoderList;
  /** A file that was read is another now, or gone, or back. */
  'sourceFiles:changed': FilePlace | FilterFilePlace;
  'pages:state': { readonly sourceId: string; readonly state: PageState };
  /** The engine died; it is started anew by main. */
  'engine:exited': ErrorRecord;
  /** What a media source is to do. */
  'media:control': MediaControl;
  /** Of `keys:refused`, whenever they are others. */
  'keys:refused': readonly string[];
  /** The window can be seen now, or cannot: it is hidden or minimized. */
  'window:shown': boolean;
  'menu:chosen': MenuCommand;
}
export type EventChannel = keyof EventContract;

/** What the preload puts on `window.upcast`. */
export interface UpcastBridge {
  invoke<C extends InvokeChannel>(channel: C, input: InvokeInput<C>): Promise<InvokeResult<InvokeOutput<C>>>;
  on<C extends EventChannel>(channel: C, listener: (payload: EventContract[C]) => void): () => void;
}
