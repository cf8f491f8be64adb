/**
 * Runs the studio's commands: each request is answered once, with its id. The window and the remote control both come
 * here, so that a start needs no window. Readiness is decided here, by the same function that the window shows.
 */
import { missingCase } from '../../../shared/assert.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import { REHEARSAL_ID } from '../../../shared/destinations/destination.ts';
import type { Destination } from '../../../shared/destinations/destination.ts';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import type { StartBroadcast, ToEngine } from '../../../shared/ipc/engine-control.ts';
import type { Command, CommandAnswer, CommandRequest } from '../../../shared/studio/commands.ts';
import { cleanTexts } from '../../../shared/redact.ts';
import { decideReadiness } from '../../../shared/studio/readiness.ts';
import { audioInputOf, channelOf, encodingOf, videoInputOf } from '../../../shared/studio/document.ts';
import { beginHistory, edit, redo, undo } from '../../../shared/studio/reduce.ts';
import type { DocumentHistory } from '../../../shared/studio/reduce.ts';
import { texts } from '../../../shared/text/text.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { BroadcastSession } from './broadcast-session.ts';
import type { DestinationBook } from '../destinations/destination-book.ts';
import type { Recordings } from './recordings.ts';
import type { CaptureWatch } from './capture-watch.ts';

/** The engine has this long to follow a command; what it does later is reported by events. */
const ENGINE_DEADLINE_MS = 5000;
/** Requests open at once; more are refused. */
const MAX_OPEN_REQUESTS = 100;

type CommandOf<T extends Command['type']> = Extract<Command, { readonly type: T }>;

export interface CommandRunnerOptions {
  readonly session: BroadcastSession;
  readonly settings: SettingsStore;
  readonly book: DestinationBook;
  readonly recordings: Pick<Recordings, 'next'>;
  /** Folder of the rehearsal's recording. */
  readonly takePath: string;
  readonly capture: CaptureWatch;
  /** Looks for FFmpeg again where it was missing. @throws AppError `encoder/not-found`. */
  readonly needFfmpeg: () => Promise<void>;
  /** Takes secrets out of a text. */
  readonly clean: (text: string) => string;
  /** A command was refused, or failed. */
  readonly onFailed: (command: Command['type'], error: AppError) => void;
}

export class CommandRunner {
  readonly #options: CommandRunnerOptions;
  readonly #openIds = new Set<string>();
  #history: DocumentHistory;
  /** A start that has not reached the engine yet. */
  #isStarting = false;

  constructor(options: CommandRunnerOptions) {
    this.#options = options;
    this.#history = beginHistory(options.settings.get().studio);
  }

  /** Never rejects: a command that cannot run is answered with its error. */
  async run({ requestId, command }: CommandRequest): Promise<CommandAnswer> {
    if (this.#openIds.has(requestId))
      return this.#refuse(requestId, command, badMessage('this request id is in use'));
    if (this.#openIds.size >= MAX_OPEN_REQUESTS)
      return this.#refuse(requestId, command, badMessage('too many commands are still running'));
    this.#openIds.add(requestId);
    try {
      await this.#execute(command);
      return { requestId, isDone: true };
    } catch (cause) {
      return this.#refuse(requestId, command, toAppError(cause));
    } finally {
      this.#openIds.delete(requestId);
    }
  }

  #refuse(requestId: string, { type }: Command, error: AppError): CommandAnswer {
    this.#options.onFailed(type, error);
    return { requestId, isDone: false, error: cleanTexts(error.toRecord(), this.#options.clean) };
  }

  async #execute(command: Command): Promise<void> {
    switch (command.type) {
      case 'startStream':
        return await this.#startStream(command);
      case 'endStream':
        return await this.#endStream({ type: 'stopBroadcast' });
      case 'endStreamNow':
        return await this.#endStream({ type: 'endNow' });
      case 'setVideoSource':
      case 'setAudioSource':
      case 'setAudioLevel':
      case 'setEncoding':
        return await this.#keepDocument(edit(this.#history, command));
      case 'undo':
        return await this.#keepDocument(undo(this.#history));
      case 'redo':
        return await this.#keepDocument(redo(this.#history));
      case 'setDestinationEnabled':
        return await this.#setDestinationEnabled(command);
      case 'retryDestination':
        return await this.#retryDestination(command.id);
      case 'giveUpDestination':
        return await this.#changeDestination({ type: 'giveUp', id: command.id });
      case 'useBackup':
        return await this.#changeDestination({ type: 'useBackup', id: command.id });
      case 'startRecording':
        return await this.#startRecording();
      case 'stopRecording':
        return await this.#stopRecording();
      default:
        missingCase(command);
    }
  }

  async #startStream({ isRehearsal, shouldRetryFirst = false }: CommandOf<'startStream'>): Promise<void> {
    if (this.#isStarting || this.#options.session.isOnAir) throw notReady('A stream is already running.');
    this.#isStarting = true;
    try {
      const start = await this.#buildStart(isRehearsal, shouldRetryFirst);
      await this.#options.session.start(start);
    } finally {
      this.#isStarting = false;
    }
  }

  async #buildStart(
    isRehearsalAsked: boolean | undefined,
    shouldRetryFirst: boolean,
  ): Promise<StartBroadcast> {
    const { settings, book, recordings, takePath, capture, needFfmpeg } = this.#options;
    const current = settings.get();
    const { studio } = current;
    const isRehearsal = isRehearsalAsked ?? current.isRehearsing;
    const { destinations } = book.view(current);
    await needFfmpeg();
    const report = await capture.settled();
    const { blockers } = decideReadiness({
      ...{ hasFfmpeg: true, isRehearsal, destinations },
      ...{ source: videoInputOf(studio), audio: audioInputOf(studio) },
      ...{ isMuted: channelOf(studio).isMuted, capture: report },
    });
    if (blockers.length > 0) throw notReady(blockers.map(texts.readiness).join(' '));
    const enabled = isRehearsal ? [] : destinations.filter(({ isEnabled }) => isEnabled);
    return {
      type: 'startBroadcast',
      profile: encodingOf(studio),
      destinations: enabled.map(({ id }) => book.withSecrets(id)),
      rehearse: isRehearsal ? { isTls: true, takePath } : false,
      ...(current.isRecordingWhileLive ? { recording: await recordings.next() } : {}),
      isDynamicBitrate: current.isDynamicBitrate,
      drainMs: current.drainSeconds * 1000,
      shouldRetryFirst,
    };
  }

  async #endStream(message: ToEngine): Promise<void> {
    if (!this.#options.session.isOnAir) throw notReady('Nothing is on air.');
    await this.#follow(
      message,
      ({ broadcast }) => broadcast.phase === 'stopping' || broadcast.phase === 'idle',
    );
  }

  /** Applies and saves the document. A stream on air changes to another encoding at once. */
  async #keepDocument(history: DocumentHistory): Promise<void> {
    if (history === this.#history) return;
    const { settings, session } = this.#options;
    const before = encodingOf(this.#history.present);
    this.#history = history;
    const profile = encodingOf(history.present);
    if (session.isOnAir && profile !== before) session.send({ type: 'changeProfile', profile });
    await settings.update((current) => ({ ...current, studio: history.present }));
  }

  /** Saved for the next stream, and applied to the one on air. */
  async #setDestinationEnabled({ id, isEnabled }: CommandOf<'setDestinationEnabled'>): Promise<void> {
    const { session, book } = this.#options;
    const destination = this.#find(id);
    if (destination.isEnabled !== isEnabled) await book.save({ ...destination, isEnabled }, {});
    if (!isSending(session.snapshot)) return;
    if (isEnabled) await this.#addDestination(id);
    else await this.#removeDestination(id);
  }

  async #addDestination(id: string): Promise<void> {
    const { session, book } = this.#options;
    const { broadcast, destinations } = session.snapshot;
    if (broadcast.phase === 'stopping') throw notReady('The stream is ending.');
    const view = destinations.find((each) => each.id === id);
    if (view !== undefined && view.state.phase !== 'idle' && view.state.phase !== 'failed') return;
    await this.#follow({ type: 'addDestination', destination: book.withSecrets(id) }, (snapshot) =>
      snapshot.destinations.some((each) => each.id === id && each.state.phase !== 'idle'),
    );
  }

  async #removeDestination(id: string): Promise<void> {
    await this.#follow(
      { type: 'removeDestination', id },
      ({ destinations }) =>
        !destinations.some(
          ({ id: each, state }) => each === id && state.phase !== 'idle' && state.phase !== 'stopping',
        ),
    );
  }

  async #retryDestination(id: string): Promise<void> {
    const { state } = this.#viewOf(id);
    if (state.phase !== 'failed' && (state.phase !== 'reconnecting' || state.retryAtMs === undefined))
      throw notReady('This destination isn’t waiting to reconnect.');
    // One that fails at once may be told as failed again, and nothing between.
    await this.#follow({ type: 'retryNow', id }, ({ destinations }) =>
      destinations.some(({ id: each, state: next }) => each === id && next !== state),
    );
  }

  async #changeDestination(message: Extract<ToEngine, { type: 'giveUp' | 'useBackup' }>): Promise<void> {
    const { state } = this.#viewOf(message.id);
    await this.#follow(message, ({ destinations }) =>
      destinations.every(({ id, state: next }) => id !== message.id || next !== state),
    );
  }

  async #startRecording(): Promise<void> {
    const { session, settings, recordings } = this.#options;
    if (session.snapshot.recorder.phase === 'recording') throw notReady('Already recording.');
    const recording = await recordings.next();
    await this.#follow(
      { type: 'startRecording', recording, profile: encodingOf(settings.get().studio) },
      ({ recorder }) => recorder.phase === 'recording',
    );
  }

  async #stopRecording(): Promise<void> {
    const { phase } = this.#options.session.snapshot.recorder;
    if (phase !== 'recording') throw notReady('Nothing is being recorded.');
    await this.#follow({ type: 'stopRecording' }, ({ recorder }) => recorder.phase !== 'recording');
  }

  #find(id: string): Destination {
    const destination = this.#options.settings.get().destinations.find((each) => each.id === id);
    if (destination === undefined)
      throw new AppError('remote/not-found', { message: `There is no destination “${id}”.` });
    return destination;
  }

  #viewOf(id: string): EngineSnapshot['destinations'][number] {
    const view = this.#options.session.snapshot.destinations.find((each) => each.id === id);
    if (view !== undefined) return view;
    if (id !== REHEARSAL_ID) this.#find(id);
    throw notReady('This destination isn’t on air.');
  }

  /**
   * Resolves once a snapshot shows the change, at once where it is there already.
   * @throws AppError what the engine refused; `internal/aborted` when it shows nothing until the deadline.
   */
  async #follow(message: ToEngine, hasHappened: (snapshot: EngineSnapshot) => boolean): Promise<void> {
    const { session } = this.#options;
    await new Promise<void>((resolve, reject) => {
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        watching.dispose();
        refusing.dispose();
        settle();
      };
      const watching = session.onSnapshot.on((snapshot) => {
        if (hasHappened(snapshot)) finish(resolve);
      });
      const refusing = session.onRefused.on(({ code, details }) =>
        finish(() => reject(new AppError(code, details))),
      );
      const timer = setTimeout(() => finish(() => reject(noAnswer())), ENGINE_DEADLINE_MS);
      session.send(message);
      if (hasHappened(session.snapshot)) finish(resolve);
    });
  }
}

/** On air to other servers than the embedded receiver: a rehearsal is never joined by a destination. */
function isSending({ broadcast, destinations }: EngineSnapshot): boolean {
  return broadcast.phase !== 'idle' && !destinations.every(({ id }) => id === REHEARSAL_ID);
}

function notReady(message: string): AppError {
  return new AppError('studio/not-ready', { message });
}

function noAnswer(): AppError {
  return new AppError('internal/aborted', {
    message: `Upcast’s engine did not confirm this within ${ENGINE_DEADLINE_MS / 1000} seconds.`,
  });
}

function badMessage(message: string): AppError {
  return new AppError('input/bad-message', { message });
}
