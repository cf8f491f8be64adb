/** The line that a dragged item sticks to. */
import type { Size } from '../../../shared/studio/transform.ts';
import type { SnapLine } from './geometry/snap.ts';
import css from './CanvasEditor.module.css';

export interface GuideLineProps {
  readonly line: SnapLine;
  readonly canvas: Size;
}

export function GuideLine({ line: { axis, at, from, to }, canvas }: GuideLineProps) {
  const [across, along] = axis === 'x' ? [canvas.width, canvas.height] : [canvas.height, canvas.width];
  const place = `${(100 * at) / across}%`;
  const start = `${(100 * from) / along}%`;
  const length = `${(100 * (to - from)) / along}%`;
  const style =
    axis === 'x' ? { left: place, top: start, height: length } : { top: place, left: start, width: length };
  return <span className={css['guide']} data-axis={axis} style={style} role="presentation" />;
}
