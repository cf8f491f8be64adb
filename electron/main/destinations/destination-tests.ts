/**
 * Main's side of testing a destination: decides by the service how far a test may go, hands it to the engine with its
 * key, keeps what was measured. The window names an id and whether the user agreed, nothing else.
 */
import { Emitter } from '../../../shared/emitter.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { serviceOf } from '../../../shared/destinations/destination-service.ts';
import { testCapKbps } from '../../../shared/destinations/destination-test.ts';
import { encodingOf } from '../../../shared/studio/document.ts';
import type { DestinationTest } from '../../../shared/destinations/destination-test.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { BroadcastSession, EngineLink } from '../studio/broadcast-session.ts';
import type { DestinationStore } from './destination-store.ts';

export interface DestinationTestsOptions {
  readonly engine: EngineLink;
  readonly session: BroadcastSession;
  readonly destinationStore: DestinationStore;
  readonly settings: SettingsStore;
  readonly onFailed: (error: unknown) => void;
}

export class DestinationTests {
  readonly onProgress = new Emitter<DestinationTest>();
  readonly #options: DestinationTestsOptions;
  #current: DestinationTest | undefined;

  constructor(options: DestinationTestsOptions) {
    this.#options = options;
    options.engine.onMessage.on((message) => {
      if (message.type === 'test') this.#take(message.test);
    });
    options.engine.onExit.on((error) => {
      if (this.#current?.phase === 'running') this.#take({ ...this.#current, phase: 'failed', error });
    });
  }

  /**
   * @param mayPublish the user agreed that the test may be seen. Not needed where the service has a switch for tests.
   * @throws AppError `studio/not-ready` while live; `input/bad-message` for an unknown id; `settings/no-key`.
   */
  async start(id: string, mayPublish: boolean): Promise<void> {
    const { session, destinationStore, engine, settings } = this.#options;
    if (session.isOnAir) {
      throw withReason('studio/not-ready', 'testWhileLive');
    }
    const destination = await destinationStore.withSecrets(id);
    const service = serviceOf(destination);
    const testQuery = service?.testQuery;
    const unswitched = mayPublish ? 'visible' : 'connectOnly';
    engine.send({
      type: 'testDestination',
      destination,
      reach: testQuery === undefined ? unswitched : 'testSwitch',
      capKbps: testCapKbps(service),
      encoder: encodingOf(settings.get().studio).encoder,
      ...(testQuery === undefined ? {} : { testQuery }),
    });
  }

  cancel(): void {
    this.#options.engine.send({ type: 'cancelTest' });
  }

  #take(test: DestinationTest): void {
    this.#current = test;
    this.onProgress.emit(test);
    const { measurement } = test;
    if (test.phase !== 'passed' || measurement === undefined) return;
    this.#options.settings
      .update((settings) => ({ ...settings, uplink: measurement }))
      .catch(this.#options.onFailed);
  }
}
