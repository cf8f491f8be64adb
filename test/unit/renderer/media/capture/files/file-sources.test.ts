/** Sources that show files, between a main and a worker that answer by script: what the worker gets, and what the source's state says. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FileSources } from '../../../../../../renderer/media/capture/files/file-sources.ts';
import type { VideoCaptureState } from '../../../../../../renderer/media/capture/capture-state.ts';
import type { ToCaptureWorker } from '../../../../../../renderer/media/worker/worker-messages.ts';
import type { ErrorRecord } from '../../../../../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../../../../../shared/ipc/contract.ts';
import type { FileInput } from '../../../../../../shared/studio/inputs.ts';

const missing: ErrorRecord = { code: 'source/file-unreadable', details: { reason: 'fileMissing' } };
const image = (path: string): FileInput => ({ type: 'image', path });
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

class Surroundings {
  readonly sent: ToCaptureWorker[] = [];
  readonly states = new Map<string, VideoCaptureState>();
  readonly warnings: unknown[] = [];
  readonly reads: { sourceId: string; index: number; answer(content: string | ErrorRecord): void }[] = [];
  change: (place: { sourceId: string; index: number }) => void = () => undefined;
  readonly sources: FileSources;

  constructor() {
    const invoke = async (channel: string, input: { sourceId: string; index: number }) => {
      if (channel === 'media:warning') this.warnings.push(input);
      if (channel !== 'sourceFiles:read') return { ok: true };
      const content = await new Promise<string | ErrorRecord>((answer) =>
        this.reads.push({ ...input, answer }),
      );
      if (typeof content !== 'string') return { ok: false, error: content };
      return { ok: true, value: { name: 'logo.png', bytes: bytes(content) } };
    };
    const on = (_channel: string, listener: typeof this.change) => {
      this.change = listener;
      return () => undefined;
    };
    this.sources = new FileSources({
      worker: { send: (message) => this.sent.push(message) },
      bridge: { invoke, on } as unknown as UpcastBridge,
      drawSvg: () => Promise.resolve({ width: 1, height: 1, pixels: new ArrayBuffer(4) }),
      onState: (id, state) => {
        if (state === undefined) this.states.delete(id);
        else this.states.set(id, state);
      },
    });
  }

  async answer(content: string | ErrorRecord): Promise<void> {
    this.reads.shift()?.answer(content);
    await vi.advanceTimersByTimeAsync(0);
  }

  newestRun(): number {
    return this.sent.flatMap((message) => (message.type === 'openImage' ? message.run : [])).at(-1) ?? -1;
  }

  opened(): void {
    this.sources.onWorkerEvent({
      ...{ type: 'imageOpened', sourceId: 'a', run: this.newestRun(), width: 8, height: 4 },
    });
  }
}

let around: Surroundings;
beforeEach(() => {
  vi.useFakeTimers();
  around = new Surroundings();
  return () => vi.useRealTimers();
});

describe('FileSources', () => {
  it('shows an image with its name and size', async () => {
    around.sources.show([{ id: 'a', input: image('/a.png') }]);
    expect(around.states.get('a')).toEqual({ phase: 'starting' });
    await around.answer('pixels');
    expect(around.sent).toMatchObject([{ type: 'openImage', sourceId: 'a' }]);
    around.opened();
    expect(around.states.get('a')).toEqual({ phase: 'running', label: 'logo.png', width: 8, height: 4 });
    around.sources.show([{ id: 'a', input: image('/a.png') }]);
    expect(around.reads).toEqual([]);
  });

  it('keeps what the worker shows while the file is gone, says so once, and comes back by itself', async () => {
    around.sources.show([{ id: 'a', input: image('/a.png') }]);
    await around.answer('pixels');
    around.opened();
    for (let turn = 0; turn < 2; turn += 1) {
      around.change({ sourceId: 'a', index: 0 });
      await around.answer(missing);
    }
    expect(around.states.get('a')).toMatchObject({ phase: 'failed', error: missing, width: 8 });
    expect(around.warnings).toEqual([missing]);
    expect(around.sent).toHaveLength(1);
    around.change({ sourceId: 'a', index: 0 });
    await around.answer('pixels again');
    around.opened();
    expect(around.states.get('a')?.phase).toBe('running');
    expect(around.states.get('a')?.error).toBeUndefined();
    around.change({ sourceId: 'a', index: 0 });
    await around.answer(missing);
    expect(around.warnings).toEqual([missing, missing]);
  });

  it('says why a file is no image', async () => {
    around.sources.show([{ id: 'a', input: image('/a.png') }]);
    await around.answer('text');
    const error: ErrorRecord = { code: 'source/bad-image', details: { reason: 'imageUnknown' } };
    around.sources.onWorkerEvent({ type: 'imageFailed', sourceId: 'a', run: around.newestRun(), error });
    expect(around.states.get('a')).toEqual({ phase: 'failed', label: 'logo.png', error });
  });

  it('takes the answer to the newest question alone', async () => {
    around.sources.show([{ id: 'a', input: image('/a.png') }]);
    around.sources.show([{ id: 'a', input: image('/b.png') }]);
    await around.answer('of a');
    expect(around.sent).toEqual([]);
    await around.answer('of b');
    const [message] = around.sent;
    expect(message?.type === 'openImage' && new TextDecoder().decode(message.image.bytes)).toBe('of b');
  });

  it('says that a drive is silent, and shows the file when the drive answers after all', async () => {
    around.sources.show([{ id: 'a', input: image('/a.png') }]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(around.states.get('a')).toMatchObject({
      phase: 'failed',
      error: { details: { reason: 'fileSilent' } },
    });
    await around.answer('pixels');
    around.opened();
    expect(around.states.get('a')?.phase).toBe('running');
  });

  it('gives an SVG as it was drawn', async () => {
    around.sources.show([{ id: 'a', input: image('/a.svg') }]);
    await around.answer('<svg/>');
    expect(around.sent).toMatchObject([{ type: 'openImage', image: { svg: { width: 1, height: 1 } } }]);
  });

  it('gives a text as its file has it, and the words that were typed to nobody', async () => {
    const input = {
      ...{ type: 'text', text: 'typed', content: { type: 'file', path: '/a.txt', lastLines: 1 } },
    } as unknown as FileInput;
    around.sources.show([{ id: 'a', input }]);
    await around.answer('one\ntwo\n');
    expect(around.sent).toEqual([
      { type: 'openDrawn', sourceId: 'a', input: { type: 'text', text: 'two' }, locale: 'en-u-nu-latn' },
    ]);
    expect(around.states.get('a')).toEqual({ phase: 'running', label: 'logo.png' });
  });

  it('reads a slide when the slide show wants it, and says of a missing one once', async () => {
    const input: FileInput = {
      ...{ type: 'slideshow', paths: ['/a.png', '/b.png'], width: 8, height: 4 },
      ...{ slideMs: 1000, fadeMs: 0, order: 'loop' },
    };
    around.sources.show([{ id: 'a', input }]);
    const [open] = around.sent;
    const run = open?.type === 'openSlideshow' ? open.run : -1;
    for (let turn = 0; turn < 3; turn += 1) {
      around.sources.onWorkerEvent({ type: 'slideWanted', sourceId: 'a', run, index: 1 });
      expect(around.reads).toMatchObject([{ sourceId: 'a', index: 1 }]);
      await around.answer(missing);
      expect(around.sent.at(-1)).toEqual({ type: 'slide', sourceId: 'a', run, index: 1, error: missing });
      around.sources.onWorkerEvent({ type: 'imageFailed', sourceId: 'a', run, error: missing, index: 1 });
      around.sources.onWorkerEvent({
        type: 'imageOpened',
        sourceId: 'a',
        run,
        width: 8,
        height: 4,
        index: 0,
      });
      // The row says so for as long as the slide is missing, whichever other one shows.
      expect(around.states.get('a')).toEqual({ phase: 'running', width: 8, height: 4, error: missing });
    }
    expect(around.warnings).toEqual([missing]);
    around.sources.onWorkerEvent({ type: 'imageFailed', sourceId: 'a', run, error: missing, index: 0 });
    expect(around.states.get('a')?.phase).toBe('failed');
    for (const index of [0, 1])
      around.sources.onWorkerEvent({ type: 'imageOpened', sourceId: 'a', run, width: 8, height: 4, index });
    expect(around.states.get('a')).toEqual({ phase: 'running', width: 8, height: 4 });
  });

  it('closes what is not wanted any more, and asks for it no longer', async () => {
    around.sources.show([{ id: 'a', input: image('/a.png') }]);
    around.sources.show([]);
    expect(around.states.size).toBe(0);
    await around.answer('pixels');
    expect(around.sent).toEqual([{ type: 'closeVideo', sourceId: 'a' }]);
    around.change({ sourceId: 'a', index: 0 });
    expect(around.reads).toEqual([]);
  });
});
