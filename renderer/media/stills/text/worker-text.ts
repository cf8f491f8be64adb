/** What every text source of a worker draws with: one set of canvases, and the wall clock at a moment of the program. */
import { wallMs } from '../../../../shared/clock.ts';
import { nowUs } from '../../worker/clock.ts';
import { TextPainter } from './draw-text.ts';
import type { TextSurroundings } from './text-source.ts';

export function openTextSurroundings(): TextSurroundings {
  const painter = new TextPainter();
  return {
    draw: (text, look) => painter.draw(text, look),
    wallMsAt: (programUs) => wallMs() + (programUs - nowUs()) / 1000,
  };
}
