/** Entry of the picture frame: draws one SVG file for the window, in a process that holds nothing else (`media/stills/svg`). */
import { WINDOW_ORIGIN } from '../shared/origins.ts';
import { drawSvg } from './media/stills/svg/draw-svg.ts';

async function draw(bytes: ArrayBuffer): Promise<void> {
  try {
    const { width, height, pixels } = await drawSvg(bytes);
    window.parent.postMessage({ type: 'upcast:svgDrawn', width, height, pixels }, WINDOW_ORIGIN, [pixels]);
  } catch {
    window.parent.postMessage({ type: 'upcast:svgFailed' }, WINDOW_ORIGIN);
  }
}

window.addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
  if (origin === WINDOW_ORIGIN && source === window.parent && data instanceof ArrayBuffer) void draw(data);
});
