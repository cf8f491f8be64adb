/**
 * The view's browser pages. Main opens them and sends their pictures to the worker by a port each; the page of the window only hands the
 * ports over, and keeps what main says of each.
 */
import { toAppError } from '../../../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../../../shared/ipc/contract.ts';
import type { PageState } from '../../../../shared/ipc/page-state.ts';
import type { VideoCaptureState } from '../capture-state.ts';
import type { CaptureWorker } from '../worker-client.ts';

export interface PageSourcesParts {
  readonly worker: Pick<CaptureWorker, 'send'>;
  readonly bridge: UpcastBridge;
  /** Undefined once the source is closed. */
  onState(sourceId: string, state: VideoCaptureState | undefined): void;
}

export class PageSources {
  readonly #parts: PageSourcesParts;
  readonly #open = new Set<string>();
  readonly #stopListening: () => void;

  constructor(parts: PageSourcesParts) {
    this.#parts = parts;
    const stop = parts.bridge.on('pages:state', ({ sourceId, state }) => {
      if (this.#open.has(sourceId)) parts.onState(sourceId, toCaptureState(state));
    });
    const receive = (event: MessageEvent<unknown>): void => this.#receive(event);
    window.addEventListener('message', receive);
    this.#stopListening = () => {
      stop();
      window.removeEventListener('message', receive);
    };
  }

  show(wanted: readonly string[]): void {
    for (const id of this.#open) if (!wanted.includes(id)) this.#close(id);
    for (const id of wanted) if (!this.#open.has(id)) this.#ask(id);
  }

  dispose(): void {
    this.#stopListening();
    for (const id of this.#open) this.#close(id);
  }

  #ask(sourceId: string): void {
    const { bridge, onState } = this.#parts;
    this.#open.add(sourceId);
    onState(sourceId, { phase: 'starting' });
    bridge
      .invoke('pages:connect', { sourceId })
      .then((answer) => {
        if (!answer.ok && this.#open.has(sourceId))
          onState(sourceId, { phase: 'failed', error: answer.error });
      })
      .catch((error: unknown) => onState(sourceId, { phase: 'failed', error: toAppError(error).toRecord() }));
  }

  #receive({ source, data, ports }: MessageEvent<unknown>): void {
    const [port] = ports;
    if (source !== window || port === undefined) return;
    const { type, sourceId } = Object(data) as { readonly type?: unknown; readonly sourceId?: unknown };
    if (type !== 'upcast:pagePort' || typeof sourceId !== 'string') return;
    if (this.#open.has(sourceId)) this.#parts.worker.send({ type: 'openPage', sourceId }, [port]);
    else port.close();
  }

  #close(sourceId: string): void {
    this.#open.delete(sourceId);
    this.#parts.worker.send({ type: 'closeVideo', sourceId });
    this.#parts.onState(sourceId, undefined);
  }
}

function toCaptureState({ phase, host, width, height, error }: PageState): VideoCaptureState {
  return {
    phase,
    ...(host !== undefined && { label: host }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(error !== undefined && { error }),
  };
}
