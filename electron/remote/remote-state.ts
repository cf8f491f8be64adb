/**
 * What a remote control sees: the state in one object, without keys, addresses, certificates or folders. Sentences, which are
 * written for people, keep what they name. Pure.
 */
import type { ErrorDetails } from '../../shared/errors/app-error.ts';
import { texts } from '../../shared/text/text.ts';
import { isErrorCode } from '../../shared/errors/error-codes.ts';
import { deriveBadge } from '../../shared/broadcast/state.ts';
import type { Badge, DestinationView, EngineSnapshot, RecorderView } from '../../shared/broadcast/state.ts';
import type { StatsSample } from '../../shared/broadcast/statistics.ts';
import type { StudioDocument } from '../../shared/studio/document-schema.ts';
import type { Destination } from '../../shared/destinations/destination.ts';

export interface RemoteState extends Omit<EngineSnapshot, 'destinations' | 'recorder'> {
  readonly badge: Badge;
  readonly destinations: readonly Pick<DestinationView, 'kind' | 'id' | 'name' | 'state' | 'serverWords'>[];
  readonly recorder: RemoteRecorder;
  /** Every saved destination; the ones on air are in `destinations`. */
  readonly saved: readonly Pick<Destination, 'id' | 'name' | 'isEnabled' | 'hasKey'>[];
  /** Of the mixer, those that have a source. */
  readonly channels: readonly RemoteChannel[];
  // oxlint-disable-next-line typescript/no-restricted-types -- scripts read `null` until the first sample
  readonly lastSample: StatsSample | null;
}

export interface RemoteChannel {
  readonly id: string;
  /** Of its source. */
  readonly name: string;
  readonly isMuted: boolean;
}

/** The recorder with the name of its file in place of the path. */
type RemoteRecorder<View extends RecorderView = RecorderView> = View extends RecorderView
  ? Omit<View, 'path'> & { readonly fileName?: string }
  : never;

export function buildState(
  snapshot: EngineSnapshot,
  destinations: readonly Destination[],
  lastSample: StatsSample | undefined,
  studio: StudioDocument,
): RemoteState {
  return {
    ...snapshot,
    badge: deriveBadge(snapshot),
    destinations: snapshot.destinations.map(({ kind, id, name, state, serverWords }) => ({
      ...{ kind, id, name, state },
      ...(serverWords === undefined ? {} : { serverWords }),
    })),
    recorder: recorderOf(snapshot.recorder),
    saved: destinations.map(({ id, name, isEnabled, hasKey }) => ({ id, name, isEnabled, hasKey })),
    channels: channelsOf(studio),
    // oxlint-disable-next-line unicorn/no-null -- scripts read `null` until the first sample
    lastSample: lastSample ?? null,
  };
}

export function channelsOf({ channels, sources }: StudioDocument): readonly RemoteChannel[] {
  return channels.flatMap(({ id, sourceId, isMuted }) => {
    const source = sources.find((each) => each.id === sourceId);
    return source === undefined ? [] : [{ id, name: source.name, isMuted }];
  });
}

function recorderOf({ path, ...recorder }: RecorderView): RemoteRecorder {
  return { ...recorder, ...(path === undefined ? {} : { fileName: fileNameOf(path) }) };
}

/** Windows' separator too. */
function fileNameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

/** Where words of people and servers stand; the other strings are ours. */
const freeText: ReadonlySet<string> = new Set([
  'text',
  'message',
  'serverWords',
  'words',
  'name',
  'fileName',
  'file',
]);

/** Of an error, its sentence and the server's words. Hosts, ports and paths by themselves stay here. */
function shownDetails(details: ErrorDetails): ErrorDetails {
  const { message = '', serverWords = '' } = details;
  const sentence = texts.reason(details) ?? message;
  return {
    ...(sentence === '' ? {} : { message: sentence }),
    ...(serverWords === '' ? {} : { serverWords }),
  };
}

/** JSON with every free text cleaned of secrets, and of errors their words alone. */
export function writeJson(value: unknown, clean: (text: string) => string): string {
  return JSON.stringify(value, function (this: unknown, key, inner: unknown) {
    if (key === 'details' && isError(this) && typeof inner === 'object' && inner !== null)
      return shownDetails(inner as ErrorDetails);
    return typeof inner === 'string' && freeText.has(key) ? clean(inner) : inner;
  });
}

function isError(holder: unknown): boolean {
  return typeof holder === 'object' && holder !== null && 'code' in holder && isErrorCode(holder.code);
}
