/** Where the window opens: at its usual size where the display has room, else as large as the display allows, or where it was left. Pure. */
/** The whole window with its frame, pixels of the desktop; where it goes back to from its maximized state. */
export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

/** Pixels. No desktop is larger. */
const FARTHEST = 100_000;

/** Checked by hand: the window opens before the schemas of the rest are made. Undefined where the value is no place. */
export function readPlace(value: unknown): WindowPlace | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { x, y, width, height, isMaximized, ...others } = value as Record<string, unknown>;
  if (!isWithin(x, -FARTHEST) || !isWithin(y, -FARTHEST) || !isWithin(width, 1) || !isWithin(height, 1))
    return undefined;
  if (typeof isMaximized !== 'boolean' || Object.keys(others).length > 0) return undefined;
  return { x, y, width, height, isMaximized };
}

function isWithin(value: unknown, least: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= FARTHEST;
}

type Area = Omit<WindowPlace, 'isMaximized'>;

/** Without taskbars and docks. */
export interface WorkArea extends Area {
  readonly isPrimary: boolean;
}

export interface OpeningPlace {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  /** The size is the page's, without the frame. */
  readonly useContentSize: boolean;
  readonly minWidth: number;
  readonly minHeight: number;
  readonly isMaximized: boolean;
}

const USUAL = { width: 1280, height: 800 } as const;
const LEAST = { width: 960, height: 600 } as const;
/** Title bar, menu and edges, at most. */
const FRAME = { width: 16, height: 80 } as const;
/** So much of the title bar must be on a display, for the window to be taken hold of. */
const GRIP = { width: 120, height: 32 } as const;

export function placeWindow(saved: WindowPlace | undefined, displays: readonly WorkArea[]): OpeningPlace {
  const primary = displays.find(({ isPrimary }) => isPrimary) ?? displays[0];
  if (primary === undefined) return { ...USUAL, ...least(USUAL), useContentSize: true, isMaximized: false };
  const area = saved === undefined ? undefined : areaOf(saved, displays);
  if (saved !== undefined && area !== undefined) {
    const width = Math.min(saved.width, area.width);
    const height = Math.min(saved.height, area.height);
    return {
      x: within(saved.x, area.x, area.x + area.width - width),
      y: within(saved.y, area.y, area.y + area.height - height),
      ...{ width, height, ...least(area) },
      useContentSize: false,
      isMaximized: saved.isMaximized,
    };
  }
  const hasRoom = primary.width >= USUAL.width + FRAME.width && primary.height >= USUAL.height + FRAME.height;
  if (hasRoom) return { ...USUAL, ...least(primary), useContentSize: true, isMaximized: false };
  const width = Math.min(USUAL.width + FRAME.width, primary.width);
  const height = Math.min(USUAL.height + FRAME.height, primary.height);
  return {
    x: primary.x + Math.round((primary.width - width) / 2),
    y: primary.y + Math.round((primary.height - height) / 2),
    ...{ width, height, ...least(primary) },
    useContentSize: false,
    isMaximized: true,
  };
}

/** Of the display that has the most of the window's title bar; undefined where none has enough of it. */
function areaOf({ x, y, width }: WindowPlace, displays: readonly WorkArea[]): WorkArea | undefined {
  const bar = { x, y, width, height: GRIP.height };
  const [best] = displays
    .map((area) => ({ area, shared: overlap(bar, area) }))
    .toSorted((a, b) => b.shared.width * b.shared.height - a.shared.width * a.shared.height);
  if (best === undefined) return undefined;
  const { shared } = best;
  return shared.width >= Math.min(GRIP.width, width) && shared.height > 0 ? best.area : undefined;
}

function overlap(one: Area, other: Area): { readonly width: number; readonly height: number } {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return { width: Math.max(0, width), height: Math.max(0, height) };
}

function least(area: { readonly width: number; readonly height: number }) {
  return { minWidth: Math.min(LEAST.width, area.width), minHeight: Math.min(LEAST.height, area.height) };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
