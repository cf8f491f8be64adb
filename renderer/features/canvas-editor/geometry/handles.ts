/** The eight handles of a box. Pure. */
import type { Share } from './box-points.ts';
import type { BoxAxes } from './shown-box.ts';

export const handles = [
  ...(['topLeft', 'top', 'topRight', 'right'] as const),
  ...(['bottomRight', 'bottom', 'bottomLeft', 'left'] as const),
] as const;
export type Handle = (typeof handles)[number];

const shares: Readonly<Record<Handle, Share>> = {
  topLeft: { x: 0, y: 0 },
  top: { x: 0.5, y: 0 },
  topRight: { x: 1, y: 0 },
  right: { x: 1, y: 0.5 },
  bottomRight: { x: 1, y: 1 },
  bottom: { x: 0.5, y: 1 },
  bottomLeft: { x: 0, y: 1 },
  left: { x: 0, y: 0.5 },
};

export function shareOf(handle: Handle): Share {
  return shares[handle];
}

/** The point that stays where it is while the handle is dragged. */
export function oppositeShare(handle: Handle): Share {
  const { x, y } = shares[handle];
  return { x: 1 - x, y: 1 - y };
}

export function isHandle(name: string | undefined): name is Handle {
  return name !== undefined && Object.hasOwn(shares, name);
}

const cursors = ['ns-resize', 'nesw-resize', 'ew-resize', 'nwse-resize'] as const;

/** The pointer's look over a handle of a box whose sides lie so. */
export function cursorOf(handle: Handle, { across, down }: BoxAxes): (typeof cursors)[number] {
  const { x, y } = shares[handle];
  const [right, below] = [x - 0.5, y - 0.5];
  const towards = { x: across.x * right + down.x * below, y: across.y * right + down.y * below };
  const up = (Math.atan2(towards.x, -towards.y) * 180) / Math.PI;
  const eighths = Math.round(up / 45);
  return cursors[((eighths % 4) + 4) % 4] ?? 'ns-resize';
}
