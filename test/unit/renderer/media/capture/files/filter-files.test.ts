/** The files of filters, between a main and a worker that answer by script. */
import { expect, it } from 'vitest';
import { FilterFiles } from '../../../../../../renderer/media/capture/files/filter-files.ts';
import type { ToCaptureWorker } from '../../../../../../renderer/media/worker/worker-messages.ts';
import type { ErrorRecord } from '../../../../../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../../../../../shared/ipc/contract.ts';
import { filterDefaults } from '../../../../../../shared/studio/filters/filter.ts';
import type { FilterFile } from '../../../../../../shared/studio/filters/filter-files.ts';

const missing: ErrorRecord = { code: 'source/file-unreadable', details: { reason: 'fileMissing' } };
const mask = (path: string): FilterFile => ({
  ...{ filterId: 'a', path },
  settings: { ...filterDefaults.mask, path },
});
const lut = (path: string): FilterFile => ({ ...mask(path), settings: { ...filterDefaults.lut, path } });

class Surroundings {
  readonly sent: ToCaptureWorker[] = [];
  readonly errors = new Map<string, ErrorRecord>();
  readonly reads: { answer(content: string | ErrorRecord): void }[] = [];
  change: (place: { filterId: string } | { sourceId: string; index: number }) => void = () => undefined;
  readonly files: FilterFiles;

  constructor() {
    const invoke = async (channel: string) => {
      if (channel !== 'sourceFiles:read') return { ok: true };
      const content = await new Promise<string | ErrorRecord>((answer) => this.reads.push({ answer }));
      if (typeof content !== 'string') return { ok: false, error: content };
      return { ok: true, value: { name: 'a.cube', bytes: new TextEncoder().encode(content) } };
    };
    const on = (_channel: string, listener: typeof this.change) => {
      this.change = listener;
      return () => undefined;
    };
    this.files = new FilterFiles({
      worker: { send: (message) => this.sent.push(message) },
      bridge: { invoke, on } as unknown as UpcastBridge,
      onState: (id, error) => {
        if (error === undefined) this.errors.delete(id);
        else this.errors.set(id, error);
      },
    });
  }

  async answer(content: string | ErrorRecord): Promise<void> {
    this.reads.shift()?.answer(content);
    // Every promise that is on its way is settled by then.
    await new Promise((resolve) => setTimeout(resolve));
  }

  /** What the worker got last. */
  last(): unknown {
    const message = this.sent.at(-1);
    if (message?.type !== 'filterFile') return undefined;
    const { file } = message;
    if (file === undefined) return 'nothing';
    return file.kind === 'mask' ? new TextDecoder().decode(file.bytes) : file.lut.values[0];
  }

  run(): number {
    const message = this.sent.at(-1);
    return message?.type === 'filterFile' ? message.run : -1;
  }
}

it('is given to the worker once for each path, and again when the file changes', async () => {
  const page = new Surroundings();
  page.files.show([mask('/a.png')]);
  page.files.show([
    { ...mask('/a.png'), settings: { ...filterDefaults.mask, path: '/a.png', opacity: 0.5 } },
  ]);
  expect(page.reads.length).toBe(1);
  await page.answer('one');
  expect(page.last()).toBe('one');
  page.change({ sourceId: 'a', index: 0 });
  expect(page.reads.length).toBe(0);
  page.change({ filterId: 'a' });
  await page.answer('two');
  expect(page.last()).toBe('two');
  page.files.show([]);
  expect(page.last()).toBe('nothing');
});

it('of an older path is not given any more', async () => {
  const page = new Surroundings();
  page.files.show([mask('/a.png')]);
  page.files.show([mask('/b.png')]);
  await page.answer('old');
  expect(page.sent).toEqual([]);
  await page.answer('new');
  expect(page.last()).toBe('new');
});

it('that can’t be read or decoded is said so, until one can', async () => {
  const page = new Surroundings();
  page.files.show([mask('/a.png')]);
  await page.answer(missing);
  expect(page.errors.get('a')).toEqual(missing);
  page.change({ filterId: 'a' });
  await page.answer('text');
  const bad: ErrorRecord = { code: 'source/bad-image', details: {} };
  page.files.onWorkerEvent({ type: 'filterFileFailed', filterId: 'a', run: page.run(), error: bad });
  expect(page.errors.get('a')).toEqual(bad);
  page.files.onWorkerEvent({ type: 'filterFileOpened', filterId: 'a', run: page.run() });
  expect(page.errors.size).toBe(0);
  page.files.onWorkerEvent({ type: 'filterFileFailed', filterId: 'a', run: page.run() - 1, error: bad });
  expect(page.errors.size).toBe(0);
});

it('of a LUT is read in the page: the worker gets its numbers, and no other text', async () => {
  const page = new Surroundings();
  page.files.show([lut('/a.cube')]);
  await page.answer('no LUT');
  expect(page.errors.get('a')?.code).toBe('source/bad-lut');
  expect(page.sent).toEqual([]);
  page.change({ filterId: 'a' });
  await page.answer(`LUT_1D_SIZE 2\n0.5 0 0\n1 1 1\n`);
  expect(page.last()).toBe(0.5);
});
