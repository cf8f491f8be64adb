/** A picture that a window shows beside the main one of the program: a video element that plays what the worker composes for it. */
import type { SceneLayer } from '../../../../shared/studio/scene-layers.ts';
import type { ViewContent, ViewFormat } from '../../canvas/views/view-content.ts';
import { openMadeTrack } from '../track-stream.ts';
import { playTrack } from './play-track.ts';
import type { CaptureWorker } from '../worker-client.ts';

export interface SceneView {
  readonly element: HTMLVideoElement;
  /** @param layers undefined for the program. @param isLookedAt somebody can see the picture; else the worker makes none. */
  show(layers: readonly SceneLayer[] | undefined, isLookedAt: boolean): void;
  close(): void;
}

const ASK_EVERY_MS = 250;

/** The main window's picture of the program has number 0. */
let opened = 0;

/** @param format undefined for the program, as it is. @param page of the window that shows it. */
export function openSceneView(
  worker: CaptureWorker,
  format: ViewFormat | undefined,
  page: Document,
): SceneView {
  opened += 1;
  const viewId = opened;
  const { track, writable } = openMadeTrack();
  if (format === undefined) worker.send({ type: 'openProgramView', viewId, writable }, [writable]);
  else worker.send({ type: 'openView', viewId, writable, format }, [writable]);
  const element = playTrack(track, page);
  let content: ViewContent = { layers: undefined, isLookedAt: false };
  const send = (next: ViewContent): void => {
    content = next;
    worker.send({ type: 'showView', viewId, content });
  };
  // A track drops what comes before its element plays, and a picture that stands still comes once: it is asked for until it is there.
  const timer = setInterval(() => {
    const { layers, isLookedAt } = content;
    if (!isLookedAt) return;
    send({ layers, isLookedAt: false });
    send({ layers, isLookedAt });
  }, ASK_EVERY_MS);
  element.addEventListener('loadeddata', () => clearInterval(timer), { once: true });
  return {
    element,
    show: (layers, isLookedAt) => send({ layers, isLookedAt }),
    close: () => {
      clearInterval(timer);
      worker.send({ type: 'closeView', viewId });
      track.stop();
      // oxlint-disable-next-line unicorn/no-null -- the DOM: an element without a stream
      element.srcObject = null;
      element.remove();
    },
  };
}
