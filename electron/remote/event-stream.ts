/** One listener's stream of server-sent events. It holds a bounded amount; who does not read is dropped. */
import type { ServerResponse } from 'node:http';
import type { Disposable } from '../../shared/disposable.ts';

/** What may wait for a client: some minutes of samples with a few destinations. */
const MAX_WAITING_BYTES = 256 * 1024;
/** A comment this often tells a listener that nothing is broken, and finds out about one that is gone. */
const HEARTBEAT_MS = 15_000;

export type EventName = 'snapshot' | 'sample' | 'event' | 'summary';

export class EventStream implements Disposable {
  readonly #response: ServerResponse;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(response: ServerResponse) {
    this.#response = response;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.flushHeaders();
    this.#heartbeat = setInterval(() => this.#write(': still here\n\n'), HEARTBEAT_MS);
  }

  /** `json` has no line breaks: it comes from `JSON.stringify`. */
  send(name: EventName, json: string): void {
    this.#write(`event: ${name}\ndata: ${json}\n\n`);
  }

  dispose(): void {
    clearInterval(this.#heartbeat);
    this.#response.destroy();
  }

  #write(text: string): void {
    if (this.#response.destroyed) return;
    if (this.#response.writableLength + text.length > MAX_WAITING_BYTES) this.dispose();
    else this.#response.write(text);
  }
}
