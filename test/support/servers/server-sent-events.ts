/** Reads the remote control's server-sent events, one at a time, with a deadline for each. */
import { once } from 'node:events';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';

const DEADLINE_MS = 20_000;

export interface EventReader {
  /** The next event of this name; those of others before it are passed over. */
  next(name: string): Promise<Record<string, unknown>>;
  readonly closed: Promise<void>;
  close(): void;
}

export async function readEvents(port: number, token: string): Promise<EventReader> {
  const asking = get({
    host: '127.0.0.1',
    port,
    path: '/v1/events',
    agent: false,
    headers: { authorization: `Bearer ${token}` },
  });
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`/v1/events answered ${String(response.statusCode)}`);
  const waiting: { readonly name: string; readonly data: Record<string, unknown> }[] = [];
  let wake: () => void = () => undefined;
  let text = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, name, data] = /^event: (.+)\ndata: (.+)$/.exec(block) ?? [];
      if (name !== undefined && data !== undefined)
        waiting.push({ name, data: JSON.parse(data) as Record<string, unknown> });
    }
    wake();
  });
  // A server that ends mid-stream is what `closed` tells.
  response.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => response.once('close', () => resolve()));

  const next: EventReader['next'] = async (name) => {
    const deadlineMs = performance.now() + DEADLINE_MS;
    for (;;) {
      for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift())
        if (entry.name === name) return entry.data;
      const leftMs = deadlineMs - performance.now();
      if (leftMs <= 0) throw new Error(`no ${name} within ${DEADLINE_MS} ms`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, leftMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  return { next, closed, close: () => void asking.destroy() };
}
