/** The page's end of the self-test's worker. */
// oxlint-disable-next-line import/default -- the bundler makes it
import workerUrl from './self-test-worker.ts?worker&url';
import type { SelfTestRow } from '../../../shared/self-test/self-test.ts';
import { ownScript } from '../capture/own-script.ts';
import type { ConvertedFrame, FromSelfTestWorker, ToSelfTestWorker } from './self-test-messages.ts';

export class SelfTestWorker {
  readonly #worker = new Worker(ownScript(workerUrl), { type: 'module', name: 'self-test' });
  readonly #open = new Map<number, (answer: FromSelfTestWorker) => void>();
  #lastId = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromSelfTestWorker>) => {
      this.#open.get(data.id)?.(data);
      this.#open.delete(data.id);
    });
  }

  /** @throws Error when the frame can't be converted */
  async convert(readable: ReadableStream<VideoFrame>): Promise<ConvertedFrame> {
    const answer = await this.#ask(readable);
    if (answer.type !== 'converted') throw new Error(answer.type === 'failed' ? answer.message : answer.type);
    return answer.frame;
  }

  async ownRows(): Promise<readonly SelfTestRow[]> {
    const answer = await this.#ask();
    if (answer.type !== 'rows') throw new Error(answer.type === 'failed' ? answer.message : answer.type);
    return answer.rows;
  }

  dispose(): void {
    this.#worker.terminate();
  }

  #ask(readable?: ReadableStream<VideoFrame>): Promise<FromSelfTestWorker> {
    this.#lastId += 1;
    const id = this.#lastId;
    const message: ToSelfTestWorker = readable === undefined ? { id } : { id, readable };
    return new Promise((resolve) => {
      this.#open.set(id, resolve);
      this.#worker.postMessage(message, readable === undefined ? [] : [readable]);
    });
  }
}
