/**
 * Runs the studio's commands: each request is answered once, with its id. The window, the remote control and `live` all come
 * here, so that a start needs no window.
 */
import { isSameData } from '../../../shared/is-same-data.ts';
import { randomUUID } from 'node:crypto';
import { missingCase } from '../../../shared/assert.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import type { Destination } from '../../../shared/destinations/destination.ts';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { ErrorReason } from '../../../shared/errors/error-reasons.ts';
import type { Command, CommandAnswer, CommandRequest } from '../../../shared/studio/commands.ts';
import { cleanTexts } from '../../../shared/redact.ts';
import { isCollectionCommand } from '../../../shared/studio/collections/collection-commands.ts';
import type { CollectionCommand } from '../../../shared/studio/collections/collection-commands.ts';
import { isDocumentCommand } from '../../../shared/studio/document-commands.ts';
import type { CreatedIds, DocumentCommand } from '../../../shared/studio/document-commands.ts';
import type { Encoding } from '../../../shared/encoding/encoding.ts';
import { outputEncodingOf } from '../../../shared/studio/document.ts';
import type { MediaControl } from '../../../shared/studio/files/media-input.ts';
import { beginHistory, edit, redo, undo } from '../../../shared/studio/reduce/history.ts';
import type { DocumentHistory } from '../../../shared/studio/reduce/history.ts';
import type { PageIds } from '../../../shared/studio/pages/new-page-ids.ts';
import { TaskQueue } from '../../../shared/task-queue.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { runCollectionCommand } from '../collections/run-collection-command.ts';
import type { BroadcastSession } from './broadcast-session.ts';
import { ChosenThings } from './chosen-things.ts';
import type { DestinationStore } from '../destinations/destination-store.ts';
import type { Recordings } from './recordings.ts';
import { planDestination } from './stream-plan.ts';
import type { PlannedStream, StreamPlan } from './stream-plan.ts';

/** Requests open at once; more are refused. */
const MAX_OPEN_REQUESTS = 100;

type OtherCommand = Exclude<Command, DocumentCommand | CollectionCommand>;
type CommandOf<T extends Command['type']> = Extract<Command, { readonly type: T }>;

export interface CommandRunnerOptions {
  readonly session: BroadcastSession;
  readonly settings: SettingsStore;
  readonly destinationStore: DestinationStore;
  readonly recordings: Pick<Recordings, 'next'>;
  readonly plan: StreamPlan;
  /** Takes secrets out of a text. */
  readonly clean: (text: string) => string;
  /** To the page that captures. False without one. */
  readonly controlMedia: (control: MediaControl) => boolean;
  /** Seals what is known of browser pages once more, for the same pages under other ids. */
  readonly copyPages: (ids: PageIds) => Promise<void>;
  /** A command was refused, or failed. */
  readonly onFailed: (command: Command['type'], error: AppError) => void;
}

/** A start that was not answered yet. Ended before the engine knows of it, it never begins. */
interface Start {
  isSent: boolean;
  isEnded: boolean;
  /** Resolves when the start is answered, either way. */
  readonly settled: Promise<void>;
}

export class CommandRunner {
  readonly #options: CommandRunnerOptions;
  readonly #openIds = new Set<string>();
  readonly #chosen = new ChosenThings();
  /** One edit after the other: each is an edit of what the one before left. */
  readonly #edits = new TaskQueue();
  /** One switch of a destination after the other, so that the last one decides. */
  readonly #switches = new TaskQueue();
  /** The engine is asked to start and stop recordings in the order of the commands, though a start first needs a name for its file. */
  readonly #recordings = new TaskQueue();
  #history: DocumentHistory;
  #starting: Start | undefined;

  constructor(options: CommandRunnerOptions) {
    this.#options = options;
    this.#history = this.#openHistory();
  }

  /** Of the open collection: undo doesn't lead back to another one. */
  #openHistory(): DocumentHistory {
    const { studio } = this.#options.settings.get();
    this.#chosen.allowAllOf(studio);
    return beginHistory(studio);
  }

  /** A person chose this file in main's own dialog, or main itself names it: commands may use it from now on. */
  allowFile(path: string): void {
    this.#chosen.allowFile(path);
  }

  /** A person typed the address of a page there: commands may name the host from now on. */
  allowPage(host: string): void {
    this.#chosen.allowPage(host);
  }

  /** Never rejects: a command that cannot run is answered with its error. */
  async run({ requestId, command }: CommandRequest): Promise<CommandAnswer> {
    if (this.#openIds.has(requestId))
      return this.#refuse(requestId, command, badMessage('this request id is in use'));
    if (this.#openIds.size >= MAX_OPEN_REQUESTS)
      return this.#refuse(requestId, command, badMessage('too many commands are still running'));
    this.#openIds.add(requestId);
    try {
      if (!isDocumentCommand(command) && !isCollectionCommand(command)) {
        await this.#execute(command);
        return { requestId, isDone: true };
      }
      const created = isDocumentCommand(command)
        ? await this.#edit(command)
        : await this.#changeCollections(command);
      return created === undefined ? { requestId, isDone: true } : { requestId, isDone: true, created };
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

  async #execute(command: OtherCommand): Promise<void> {
    switch (command.type) {
      case 'startStream':
        return await this.#startStream(command);
      case 'endStream':
        return await this.#endStream('stopBroadcast');
      case 'endStreamNow':
        return await this.#endStream('endNow');
      case 'undo':
        return await this.#keepDocument((history) => moved(history, undo(history), 'nothingToUndo'));
      case 'redo':
        return await this.#keepDocument((history) => moved(history, redo(history), 'nothingToRedo'));
      case 'setDestinationEnabled':
        return await this.#switches.run(async () => await this.#setDestinationEnabled(command));
      case 'retryDestination':
        return await this.#changeDestination('retryNow', command.id);
      case 'giveUpDestination':
        return await this.#changeDestination('giveUp', command.id);
      case 'useBackup':
        return await this.#changeDestination('useBackup', command.id);
      case 'startRecording':
        return await this.#startRecording();
      case 'stopRecording':
        return await this.#stopRecording();
      case 'controlMedia':
        return this.#controlMedia(command);
      default:
        missingCase(command);
    }
  }

  async #changeCollections(command: CollectionCommand): Promise<CreatedIds | undefined> {
    const { settings, copyPages } = this.#options;
    return await this.#edits.run(async () => {
      const { id } = settings.collection;
      try {
        const collectionId = await runCollectionCommand(settings, command, copyPages);
        return collectionId === undefined ? undefined : { collectionId };
      } finally {
        if (settings.collection.id !== id) this.#history = this.#openHistory();
      }
    });
  }

  async #edit(command: DocumentCommand): Promise<CreatedIds | undefined> {
    this.#chosen.check(command);
    let created: CreatedIds | undefined;
    await this.#keepDocument((before) => {
      const edited = edit(before, command, randomUUID);
      ({ created } = edited);
      return edited.history;
    }, command.gestureId !== undefined);
    return created;
  }

  async #startStream({ isRehearsal, shouldRetryFirst = false }: CommandOf<'startStream'>): Promise<void> {
    if (this.#starting !== undefined || this.#options.session.isOnAir) throw notReady('streamRunning');
    let settle = (): void => undefined;
    const settled = new Promise<void>((resolve) => {
      settle = resolve;
    });
    const starting: Start = { isSent: false, isEnded: false, settled };
    this.#starting = starting;
    try {
      const plan = await this.#options.plan(isRehearsal);
      if (starting.isEnded) {
        throw new AppError('internal/aborted', { message: 'the stream was ended before it began' });
      }
      starting.isSent = true;
      await this.#options.session.start({ type: 'startBroadcast', ...plan, shouldRetryFirst });
      await this.#catchUp(plan).catch((cause: unknown) =>
        this.#options.onFailed('setEncoding', toAppError(cause)),
      );
    } finally {
      this.#starting = undefined;
      settle();
    }
  }

  /** An encoding that was chosen while the plan was made is saved already, and new to the engine. */
  async #catchUp({ encodings }: PlannedStream): Promise<void> {
    const wanted = outputEncodingOf(this.#history.present);
    const planned = encodings.find(({ id }) => id === wanted.id);
    if (planned !== undefined && !isSameData(planned.profile, wanted.profile))
      await this.#changeProfile(wanted);
  }

  async #endStream(type: 'stopBroadcast' | 'endNow'): Promise<void> {
    const starting = this.#starting;
    if (starting === undefined || starting.isSent) await this.#options.session.request({ type });
    else starting.isEnded = true;
  }

  /**
   * Applies and saves an edit. A stream on air changes to another encoding first: what the engine refuses is no edit. An edit that can't
   * be written holds all the same, is told as not saved and goes to the disk with the next one. A step of a gesture doesn't wait for the disk.
   */
  #keepDocument(change: (history: DocumentHistory) => DocumentHistory, isGesture = false): Promise<void> {
    return this.#edits.run(async () => {
      const before = this.#history;
      const history = change(before);
      if (history === before) return;
      const previous = outputEncodingOf(before.present);
      const next = outputEncodingOf(history.present);
      const isOtherEncoding = next.profile !== previous.profile;
      // A stream that is starting takes the encoding of before; the change follows once it runs.
      if (isOtherEncoding && this.#starting?.isSent === true) await this.#starting.settled;
      const isApplied = isOtherEncoding && this.#options.session.isOnAir;
      if (isApplied) await this.#changeProfile(next);
      const { settings } = this.#options;
      this.#history = history;
      try {
        settings.updateSoon((current) => ({ ...current, studio: history.present }));
      } catch (error) {
        this.#history = before;
        if (isApplied) await this.#changeProfile(previous);
        throw error;
      }
      if (!isGesture) await settings.flush();
    });
  }

  /** A stream that ended meanwhile has nothing to change: what is saved holds for the next one. */
  async #changeProfile({ id: encodingId, profile }: Encoding): Promise<void> {
    try {
      await this.#options.session.request({ type: 'changeProfile', encodingId, profile });
    } catch (error) {
      if (!isAppliedByItself(error)) throw error;
    }
  }

  /** Saved for the next stream, and applied to the one on air: what can't be applied is not saved either. */
  async #setDestinationEnabled({ id, isEnabled }: CommandOf<'setDestinationEnabled'>): Promise<void> {
    const { session, destinationStore } = this.#options;
    const isChange = this.#find(id).isEnabled !== isEnabled;
    if (isChange) await destinationStore.setEnabled(id, isEnabled);
    // A stream that is starting may have been planned with the choice of before.
    await this.#starting?.settled;
    if (!isSending(session.snapshot)) return;
    try {
      if (isEnabled) await this.#addDestination(id);
      else await session.request({ type: 'removeDestination', id });
    } catch (error) {
      if (isAppliedByItself(error)) return;
      if (isChange) await destinationStore.setEnabled(id, !isEnabled);
      throw error;
    }
  }

  async #addDestination(id: string): Promise<void> {
    const { session, destinationStore } = this.#options;
    const { id: encodingId } = outputEncodingOf(this.#history.present);
    const destination = planDestination(await destinationStore.withSecrets(id), encodingId);
    await session.request({ type: 'addDestination', destination });
  }

  async #changeDestination(type: 'retryNow' | 'giveUp' | 'useBackup', id: string): Promise<void> {
    const { session } = this.#options;
    if (!session.snapshot.destinations.some((each) => each.id === id)) this.#find(id);
    await session.request({ type, id });
  }

  async #startRecording(): Promise<void> {
    const { session, settings, recordings } = this.#options;
    const { answer } = await this.#recordings.run(async () => {
      const recording = await recordings.next();
      const encoding = outputEncodingOf(settings.get().studio);
      return { answer: session.request({ type: 'startRecording', recording, encoding }) };
    });
    await answer;
  }

  async #stopRecording(): Promise<void> {
    const { answer } = await this.#recordings.run(() =>
      Promise.resolve({ answer: this.#options.session.request({ type: 'stopRecording' }) }),
    );
    await answer;
  }

  #controlMedia({ type: _type, ...control }: CommandOf<'controlMedia'>): void {
    const { sourceId, action, atMs, entry } = control;
    const source = this.#history.present.sources.find(({ id }) => id === sourceId);
    if (source?.input.type !== 'media') throw withReason('studio/refused', 'sourceUnknown');
    if (action === 'seek' && atMs === undefined) throw badMessage('a seek needs a place');
    if (action === 'playFile' && source.input.paths[entry ?? -1] === undefined)
      throw badMessage('the list has no such file');
    if (!this.#options.controlMedia(control)) throw notReady('noWindow');
  }

  #find(id: string): Destination {
    const destination = this.#options.settings.get().destinations.find((each) => each.id === id);
    if (destination === undefined) throw withReason('remote/not-found', 'destinationUnknown', { id });
    return destination;
  }
}

/** On air to other servers than the embedded receiver: a rehearsal is never joined by a destination. */
function isSending({ broadcast, destinations }: EngineSnapshot): boolean {
  // Each destination was switched off; a live rehearsal has its receiver.
  if (broadcast.phase === 'live' && destinations.length === 0) return true;
  return broadcast.phase !== 'idle' && !destinations.every(({ kind }) => kind === 'rehearsal');
}

/** The stream ended or takes no more, or the destination that was switched off was not in it: there is nothing to apply. */
function isAppliedByItself(error: unknown): boolean {
  const { reason } = toAppError(error).details;
  return reason === 'nothingLive' || reason === 'streamEnding' || reason === 'destinationNotLive';
}

/** @throws AppError `studio/not-ready` when there was no step to go. */
function moved(before: DocumentHistory, after: DocumentHistory, refusal: ErrorReason): DocumentHistory {
  if (after === before) throw notReady(refusal);
  return after;
}

function notReady(reason: ErrorReason): AppError {
  return withReason('studio/not-ready', reason);
}

function badMessage(message: string): AppError {
  return new AppError('input/bad-message', { message });
}
