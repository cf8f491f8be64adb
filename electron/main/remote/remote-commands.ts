/**
 * What a remote control's commands do: the same as the window's buttons. Going live is the window's matter, because it
 * captures; it is asked to press its own button, and says why when it cannot.
 */
import { missingCase } from '../../../shared/assert.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import { REHEARSAL_ID } from '../../../shared/destinations/destination.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { InvokeInput } from '../../../shared/ipc/contract.ts';
import type { RemoteStartRequest } from '../../../shared/remote/remote-control.ts';
import type { RemoteCommand } from '../../remote/routes.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { BroadcastSession } from '../broadcast-session.ts';
import type { DestinationBook } from '../destination-book.ts';
import type { Recordings } from '../recordings.ts';

/** What the window may take to press its button; starting the encoder is in it. */
const WINDOW_DEADLINE_MS = 20_000;
/** What the engine may take to follow; what it does later is told by the events. */
const ENGINE_DEADLINE_MS = 5000;

export interface RemoteCommandsOptions {
  readonly session: BroadcastSession;
  readonly settings: SettingsStore;
  readonly book: DestinationBook;
  readonly recordings: Pick<Recordings, 'next'>;
  /** False when there is no window to ask. */
  readonly askWindow: (request: RemoteStartRequest) => boolean;
}

export class RemoteCommands {
  readonly #options: RemoteCommandsOptions;
  #requests = 0;
  readonly #asked = new Map<number, (error: AppError | undefined) => void>();

  constructor(options: RemoteCommandsOptions) {
    this.#options = options;
  }

  /** Resolves when it is under way. @throws AppError with words. */
  async run(command: RemoteCommand): Promise<void> {
    const { session, settings, recordings } = this.#options;
    switch (command.type) {
      case 'startBroadcast':
        if (session.isOnAir) throw notReady('A broadcast is already under way.');
        await this.#askWindow(command.isRehearsal);
        return;
      case 'endBroadcast':
        if (!session.isOnAir) throw notReady('Nothing is on air.');
        await this.#follow(
          () => session.send({ type: 'stopBroadcast' }),
          ({ broadcast }) => broadcast.phase === 'stopping' || broadcast.phase === 'idle',
        );
        return;
      case 'startDestination':
        await this.#startDestination(command.id);
        return;
      case 'stopDestination':
        await this.#stopDestination(command.id);
        return;
      case 'retryDestination':
        await this.#retryDestination(command.id);
        return;
      case 'startRecording': {
        if (session.snapshot.recorder.phase === 'recording') throw notReady('It is recording already.');
        const recording = await recordings.next();
        await this.#follow(
          () => session.send({ type: 'startRecording', recording, profile: settings.get().encoding }),
          ({ recorder }) => recorder.phase === 'recording',
        );
        return;
      }
      case 'stopRecording':
        if (session.snapshot.recorder.phase !== 'recording') throw notReady('Nothing is being recorded.');
        await this.#follow(
          () => session.send({ type: 'stopRecording' }),
          ({ recorder }) => recorder.phase !== 'recording',
        );
        return;
      default:
        missingCase(command);
    }
  }

  /** The window's answer; one that nobody waits for any more is left. */
  windowAnswered({ requestId, error }: InvokeInput<'remote:started'>): void {
    const settle = this.#asked.get(requestId);
    settle?.(error === undefined ? undefined : new AppError(error.code, { message: error.message }));
  }

  async #askWindow(isRehearsal: boolean | undefined): Promise<void> {
    const requestId = this.#requests;
    this.#requests += 1;
    await new Promise<void>((resolve, reject) => {
      const settle = (error: AppError | undefined): void => {
        clearTimeout(timer);
        this.#asked.delete(requestId);
        if (error === undefined) resolve();
        else reject(error);
      };
      const timer = setTimeout(() => settle(notReady('The window does not answer.')), WINDOW_DEADLINE_MS);
      this.#asked.set(requestId, settle);
      const request = { requestId, ...(isRehearsal === undefined ? {} : { isRehearsal }) };
      if (!this.#options.askWindow(request)) settle(notReady('The window is closed.'));
    });
  }

  /** As the switch on its card: kept for the next broadcast, and sent to at once when one is on air. */
  async #startDestination(id: string): Promise<void> {
    const { session, book } = this.#options;
    await this.#enable(id, true);
    const { broadcast, destinations } = session.snapshot;
    if (!isSending(session.snapshot)) return;
    if (broadcast.phase === 'stopping') throw notReady('The broadcast is ending.');
    const view = destinations.find((each) => each.id === id);
    if (view !== undefined && view.state.phase !== 'idle' && view.state.phase !== 'failed') return;
    const destination = book.withSecrets(id);
    await this.#follow(
      () => session.send({ type: 'addDestination', destination }),
      (snapshot) => snapshot.destinations.some((each) => each.id === id && each.state.phase !== 'idle'),
    );
  }

  async #stopDestination(id: string): Promise<void> {
    const { session } = this.#options;
    await this.#enable(id, false);
    if (!isSending(session.snapshot)) return;
    await this.#follow(
      () => session.send({ type: 'removeDestination', id }),
      ({ destinations }) =>
        !destinations.some(
          ({ id: each, state }) => each === id && state.phase !== 'idle' && state.phase !== 'stopping',
        ),
    );
  }

  async #retryDestination(id: string): Promise<void> {
    const { session } = this.#options;
    const view = session.snapshot.destinations.find((each) => each.id === id);
    if (view === undefined) {
      this.#find(id);
      throw notReady('This destination is not on air.');
    }
    const { state } = view;
    if (state.phase !== 'failed' && (state.phase !== 'reconnecting' || state.retryAtMs === undefined))
      throw notReady('This destination does not wait for another attempt.');
    await this.#follow(
      () => session.send({ type: 'retryNow', id }),
      ({ destinations }) =>
        destinations.some(
          ({ id: each, state: next }) => each === id && next !== state && next.phase !== 'failed',
        ),
    );
  }

  async #enable(id: string, isEnabled: boolean): Promise<void> {
    const destination = this.#find(id);
    if (destination.isEnabled === isEnabled) return;
    await this.#options.book.save({ ...destination, isEnabled }, {});
  }

  #find(id: string) {
    const destination = this.#options.settings.get().destinations.find((each) => each.id === id);
    if (destination === undefined)
      throw new AppError('remote/not-found', { message: `There is no destination “${id}”.` });
    return destination;
  }

  /** Resolves when it has happened, or took longer than one waits for an answer. @throws AppError what the engine refused. */
  async #follow(send: () => void, hasHappened: (snapshot: EngineSnapshot) => boolean): Promise<void> {
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
      const timer = setTimeout(() => finish(resolve), ENGINE_DEADLINE_MS);
      send();
    });
  }
}

/** On air to others than the embedded receiver: a rehearsal is never joined by a server. */
function isSending({ broadcast, destinations }: EngineSnapshot): boolean {
  return broadcast.phase !== 'idle' && !destinations.every(({ id }) => id === REHEARSAL_ID);
}

function notReady(message: string): AppError {
  return new AppError('remote/not-ready', { message });
}
