/** The remote control's switch, port and token: opens and closes the server as the settings say, one change at a time. */
import { randomBytes } from 'node:crypto';
import { Emitter } from '../../../shared/emitter.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { StatsLine } from '../../../shared/broadcast/statistics.ts';
import type { RemoteSettings, RemoteStatus } from '../../../shared/remote/remote-control.ts';
import type { SecretRegister } from '../../log/secret-register.ts';
import { isSameData } from '../../../shared/is-same-data.ts';
import { channelsOf } from '../../remote/remote-state.ts';
import type { RemoteChannel } from '../../remote/remote-state.ts';
import { RemoteServer } from '../../remote/remote-server.ts';
import type { RemoteServerOptions } from '../../remote/remote-server.ts';
import type { EventName } from '../../remote/event-stream.ts';
import type { SecretStore } from '../../settings/secrets.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';

/** No destination can have this id. */
const TOKEN_ID = 'remote:token';
const TOKEN_BYTES = 32;

export interface RemoteControllerOptions {
  readonly settings: SettingsStore;
  readonly secrets: SecretStore;
  readonly register: SecretRegister;
  /** False without a window to steer. */
  readonly mayOpen: boolean;
  readonly state: RemoteServerOptions['state'];
  readonly run: RemoteServerOptions['run'];
  readonly onFailed: (error: AppError) => void;
}

export class RemoteController {
  readonly onChange = new Emitter<RemoteStatus>();
  readonly #options: RemoteControllerOptions;
  #status: RemoteStatus = { phase: 'off' };
  #server: RemoteServer | undefined;
  /** As they were told last. */
  #channels: readonly RemoteChannel[];
  /** What the server was last asked to be. */
  #wanted = '';
  #work: Promise<void> = Promise.resolve();

  constructor(options: RemoteControllerOptions) {
    this.#options = options;
    const { settings } = options;
    this.#channels = channelsOf(settings.get().studio);
    settings.onChange.on(({ remote, studio }) => {
      this.#follow(remote);
      this.#tellChannels(channelsOf(studio));
    });
    this.#follow(settings.get().remote);
  }

  get status(): RemoteStatus {
    return this.#status;
  }

  /** To who listens: a snapshot is the whole state, as it is asked for. */
  publish(name: 'snapshot'): void;
  publish(name: Exclude<EventName, 'snapshot'>, value: StatsLine): void;
  publish(name: EventName, value?: StatsLine): void {
    this.#server?.publish(name, value ?? this.#options.state());
  }

  /** Made when it is first needed. @throws AppError `settings/write-failed`. */
  async token(): Promise<string> {
    return this.#options.secrets.get(TOKEN_ID).key ?? (await this.#makeToken());
  }

  /** Who used the old one is disconnected. @throws AppError `settings/write-failed`. */
  async renewToken(): Promise<void> {
    await this.#makeToken();
    this.#wanted = '';
    this.#follow(this.#options.settings.get().remote);
    await this.#work;
  }

  async close(): Promise<void> {
    this.#follow(undefined);
    await this.#work;
  }

  async #makeToken(): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    this.#options.register.add(token);
    await this.#options.secrets.set(TOKEN_ID, { key: token });
    return token;
  }

  /** Who listens sees what was muted in the window. */
  #tellChannels(channels: readonly RemoteChannel[]): void {
    if (isSameData(channels, this.#channels)) return;
    this.#channels = channels;
    this.publish('snapshot');
  }

  #follow(remote: RemoteSettings | undefined): void {
    const wanted = this.#options.mayOpen && remote?.isOn === true ? remote : undefined;
    const key = wanted === undefined ? 'off' : JSON.stringify(wanted);
    if (key === this.#wanted) return;
    this.#wanted = key;
    this.#work = this.#work.then(async () => await this.#change(wanted));
  }

  /** Never fails: what goes wrong is the status. */
  async #change(wanted: RemoteSettings | undefined): Promise<void> {
    const { register, state, run, onFailed } = this.#options;
    await this.#server?.close();
    this.#server = undefined;
    try {
      if (wanted === undefined) {
        this.#set({ phase: 'off' });
        return;
      }
      this.#server = await RemoteServer.open({
        port: wanted.port,
        token: await this.token(),
        state,
        run,
        clean: (text) => register.clean(text),
        onFailed,
      });
      this.#set({ phase: 'listening', port: wanted.port });
    } catch (cause) {
      const error = toAppError(cause);
      onFailed(error);
      this.#set({ phase: 'failed', error: error.toRecord() });
    }
  }

  #set(status: RemoteStatus): void {
    this.#status = status;
    this.onChange.emit(status);
  }
}
