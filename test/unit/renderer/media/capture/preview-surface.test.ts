/** Whether anybody looks at the preview: what main tells stands, whatever an answer that was asked for before says later. */
import { afterEach, expect, it, vi } from 'vitest';
import type { UpcastBridge } from '../../../../../shared/ipc/contract.ts';
import { PreviewSurface } from '../../../../../renderer/media/capture/preview/preview-surface.ts';
import type { CaptureWorker } from '../../../../../renderer/media/capture/worker-client.ts';

afterEach(() => vi.unstubAllGlobals());

/** A preview in the page, with a window that tells and an answer that comes when it is given. */
function openPreview() {
  const sent: boolean[] = [];
  let tell = (_isShown: boolean): void => undefined;
  let answer = (_isShown: boolean): void => undefined;
  const bridge = {
    on: (_channel: string, listener: (isShown: boolean) => void) => {
      tell = listener;
      return () => undefined;
    },
    invoke: () =>
      new Promise((resolve) => {
        answer = (value) => resolve({ ok: true, value });
      }),
  } as unknown as UpcastBridge;
  const send = (command: { readonly type: string; readonly isLookedAt?: boolean }): void => {
    if (command.type === 'previewLookedAt') sent.push(command.isLookedAt === true);
  };
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  const surface = new PreviewSurface({ send } as unknown as CaptureWorker, bridge);
  const video = { style: {}, play: () => Promise.resolve(), remove: () => undefined };
  const container = { append: () => undefined } as unknown as HTMLElement;
  vi.stubGlobal('document', { createElement: () => video });
  vi.stubGlobal('MediaStream', class {});
  vi.stubGlobal(
    'MediaStreamTrackGenerator',
    class {
      writable = {};
    },
  );
  surface.attach(container);
  return {
    sent,
    tell: (isShown: boolean) => tell(isShown),
    answer: async (isShown: boolean) => {
      answer(isShown);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

it('takes the answer where nothing was told', async () => {
  const preview = openPreview();
  await preview.answer(false);
  expect(preview.sent.at(-1)).toBe(false);
});

it('stays with what was told when an older answer comes after it', async () => {
  const preview = openPreview();
  preview.tell(true);
  await preview.answer(false);
  expect(preview.sent.at(-1)).toBe(true);
});
