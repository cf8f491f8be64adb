/**
 * Gets the port to the engine: asks main, takes what the preload hands over, and asks again when the engine was
 * replaced.
 */
import type { Disposable } from '../../../shared/disposable.ts';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';

const RETRY_MS = 500;

export class MediaPortLink implements Disposable {
  readonly #bridge: UpcastBridge;
  readonly #onMessage: (event: MessageEvent<unknown>) => void;
  readonly #stopListening: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDisposed = false;

  /** Asks for the first one when `begins` settles. */
  constructor(bridge: UpcastBridge, onPort: (port: MessagePort) => void, begins: Promise<void>) {
    this.#bridge = bridge;
    this.#onMessage = (event) => {
      const port = event.ports[0];
      if (event.source !== window || port === undefined) return;
      // oxlint-disable-next-line typescript/no-restricted-types -- a message may be null
      const data = event.data as { readonly type?: unknown } | null;
      if (data?.type === 'upcast:mediaPort') onPort(port);
    };
    window.addEventListener('message', this.#onMessage);
    this.#stopListening = bridge.on('engine:exited', () => this.#ask());
    void begins.then(() => this.#ask());
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#stopListening();
    window.removeEventListener('message', this.#onMessage);
  }

  #ask(): void {
    clearTimeout(this.#timer);
    void this.#bridge.invoke('media:requestPort', undefined).then((answer) => {
      // An engine that is not up yet is asked for again.
      if (!answer.ok && !this.#isDisposed) this.#timer = setTimeout(() => this.#ask(), RETRY_MS);
    });
  }
}
