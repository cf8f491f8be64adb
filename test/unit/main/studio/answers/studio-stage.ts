/**
 * Main's command runner over the real engine, on a fake clock and with servers by script: what an answer is held against. No frame comes,
 * so a recording waits for its first keyframe.
 */
import { EngineCore } from '../../../../../electron/engine/engine-core.ts';
import type { EngineLink } from '../../../../../electron/main/studio/broadcast-session.ts';
import { readEngineMessage } from '../../../../../electron/main/engine-process/engine-messages.ts';
import type { EngineSnapshot } from '../../../../../shared/broadcast/state.ts';
import type { Destination } from '../../../../../shared/destinations/destination.ts';
import { Emitter } from '../../../../../shared/emitter.ts';
import type { ErrorRecord } from '../../../../../shared/errors/app-error.ts';
import type { FromEngine, ToEngine } from '../../../../../shared/ipc/engine-control.ts';
import type { Settings } from '../../../../../shared/settings/settings.ts';
import type { CollectionName } from '../../../../../shared/studio/collections/collection-commands.ts';
import type { Command, CommandAnswer } from '../../../../../shared/studio/commands.ts';
import { openStudio, running } from '../../../../support/studio/runner-rig.ts';
import { FIRST_FRAME_MS } from '../../../../../electron/engine/stream-run.ts';
import { FakeClock, settle } from '../../../engine/broadcast/stage/fake-clock.ts';
import { ScriptedNetwork } from '../../../engine/broadcast/stage/scripted-publisher.ts';

/** Longer than a recording's start goes unanswered. */
const RECORDING_ANSWER_MS = 5100;

/** The engine in this process; what crosses its border is cloned, and checked as main checks. */
class InnerEngine implements EngineLink {
  readonly onMessage = new Emitter<FromEngine>();
  readonly onExit = new Emitter<ErrorRecord>();
  readonly pid = undefined;
  readonly #core: EngineCore;

  constructor(clock: FakeClock, network: ScriptedNetwork) {
    this.#core = new EngineCore({
      clock,
      driver: network.driver,
      readNetwork: () => '',
      send: (message) => {
        const checked = readEngineMessage(structuredClone(message));
        if ('problem' in checked) throw new Error(`main refuses ${message.type}: ${checked.problem}`);
        this.onMessage.emit(checked.message);
      },
    });
    // Never started: it has nothing to encode.
    this.send({ type: 'configure', ffmpegPath: '/nowhere/ffmpeg', matrixFilter: 'scale', logLevel: 'info' });
  }

  send(message: ToEngine): void {
    this.#core.receive(structuredClone(message), []);
  }
}

/** Everything that a command can change, and nothing that changes by itself. */
export interface Shown {
  readonly broadcast: EngineSnapshot['broadcast'];
  readonly destinations: EngineSnapshot['destinations'];
  readonly recorder: EngineSnapshot['recorder'];
  readonly settings: Settings;
  /** The open collection. */
  readonly collection: CollectionName;
  /** Addresses that were connected to, the newest last. */
  readonly attempts: readonly string[];
}

export type Studio = Awaited<ReturnType<typeof openStudio>>;

export class StudioStage {
  readonly clock: FakeClock;
  readonly network: ScriptedNetwork;
  readonly studio: Studio;
  /** As it was when each command was answered, by its request id. */
  readonly shownAt = new Map<string, Shown>();
  #lastRequest = 0;

  private constructor(clock: FakeClock, network: ScriptedNetwork, studio: Studio) {
    this.clock = clock;
    this.network = network;
    this.studio = studio;
  }

  /** `one` is what commands are about; `two` keeps a stream on air. A folder that was opened before has both. */
  static async open(folder: string, one: Partial<Destination>): Promise<StudioStage> {
    const clock = new FakeClock();
    const network = new ScriptedNetwork();
    const destinations = [
      { id: 'one', name: 'One', url: 'rtmp://one/live', ...one },
      { id: 'two', name: 'Two', url: 'rtmp://two/live' },
    ];
    const engine = new InnerEngine(clock, network);
    return new StudioStage(
      clock,
      network,
      await openStudio({ folder, engine, destinations, capture: running }),
    );
  }

  get shown(): Shown {
    const { broadcast, destinations, recorder } = this.studio.session.snapshot;
    const attempts = [...this.network.attempts];
    const { settings } = this.studio;
    const { id, name } = settings.collection;
    const collection = { id, name };
    return { broadcast, destinations, recorder, settings: settings.get(), collection, attempts };
  }

  /** Resolves with the answer. */
  async ask(command: Command, requestId = this.#nextId()): Promise<CommandAnswer> {
    const { runner, session } = this.studio;
    const wasWaiting = session.snapshot.recorder.phase === 'waiting';
    const answer = runner.run({ requestId, command }).then((given) => {
      this.shownAt.set(requestId, this.shown);
      return given;
    });
    if (command.type === 'startRecording' && !wasWaiting)
      await this.#untilAnswered(
        answer,
        RECORDING_ANSWER_MS,
        () => session.snapshot.recorder.phase === 'waiting',
      );
    if (command.type === 'startStream' && command.isRehearsal)
      await this.#untilAnswered(answer, FIRST_FRAME_MS, () => this.clock.hasTimerIn(FIRST_FRAME_MS));
    const given = await answer;
    await this.catchUp();
    return given;
  }

  /** Asks, and insists that the command is done. */
  async bring(command: Command): Promise<void> {
    const answer = await this.ask(command);
    if (!answer.isDone) throw new Error(`${command.type} was refused: ${JSON.stringify(answer.error)}`);
  }

  /** What the engine still holds back comes with an answer of its own. */
  async catchUp(): Promise<void> {
    await settle();
    await this.studio.session.request({ type: 'giveUp', id: 'nobody' }).catch(() => undefined);
  }

  #nextId(): string {
    this.#lastRequest += 1;
    return `request-${this.#lastRequest}`;
  }

  /** So much time passes once the start waits for it, so that it is answered. */
  async #untilAnswered(
    answer: Promise<CommandAnswer>,
    forMs: number,
    isWaiting: () => boolean,
  ): Promise<void> {
    let isAnswered = false;
    const note = answer.then(() => {
      isAnswered = true;
    });
    while (!isAnswered && !isWaiting()) await new Promise((resolve) => setImmediate(resolve));
    if (!isAnswered) await this.clock.advance(forMs);
    await note;
  }
}
