/**
 * The patterns of luma wipes: a byte for each pixel, 0 where the next scene shows first and 255 where last. Pure. Each is as large as the
 * canvas, and is reckoned at a quarter of its sides: the steps of a byte are wider than that.
 */
import { missingCase } from '../../../../shared/assert.ts';
import type { Size } from '../../../../shared/studio/transform.ts';
import type { WipePattern } from '../../../../shared/studio/transition.ts';

const GRAIN = 4;
const LARGEST = 255;
/** Of the shorter side. */
const BLINDS = 8;
const FIELDS_ACROSS = 16;

/** @returns row by row. */
export function drawWipePattern(
  pattern: WipePattern,
  { width, height }: Size,
  isInverted: boolean,
): Uint8Array {
  const columns = Math.ceil(width / GRAIN) + 1;
  const rows = Math.ceil(height / GRAIN) + 1;
  const shape = shapeOf(pattern, width / height);
  const coarse = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const value = shape(
        Math.min(1, (column * GRAIN) / (width - 1)),
        Math.min(1, (row * GRAIN) / (height - 1)),
      );
      const clamped = Math.min(1, Math.max(0, value)) * LARGEST;
      coarse[row * columns + column] = isInverted ? LARGEST - clamped : clamped;
    }
  return enlarge(coarse, columns, width, height);
}

/** Between the corners of the coarse grid. */
function enlarge(coarse: Float32Array, columns: number, width: number, height: number): Uint8Array {
  const fine = new Uint8Array(width * height);
  const line = new Float32Array(columns);
  for (let y = 0; y < height; y += 1) {
    const above = Math.floor(y / GRAIN) * columns;
    const down = (y % GRAIN) / GRAIN;
    for (let column = 0; column < columns; column += 1) {
      const from = coarse[above + column] ?? 0;
      line[column] = from + ((coarse[above + columns + column] ?? from) - from) * down;
    }
    for (let x = 0; x < width; x += 1) {
      const column = Math.floor(x / GRAIN);
      const from = line[column] ?? 0;
      fine[y * width + x] = Math.round(from + ((line[column + 1] ?? from) - from) * ((x % GRAIN) / GRAIN));
    }
  }
  return fine;
}

/** When a place shows the next scene, 0 to 1, by how far right and down the place is, 0 to 1. */
type Shape = (x: number, y: number) => number;

function shapeOf(pattern: WipePattern, ratio: number): Shape {
  switch (pattern) {
    case 'right':
      return (x) => x;
    case 'left':
      return (x) => 1 - x;
    case 'down':
      return (_x, y) => y;
    case 'up':
      return (_x, y) => 1 - y;
    case 'downRight':
      return (x, y) => (x + y) / 2;
    case 'downLeft':
      return (x, y) => (1 - x + y) / 2;
    case 'upRight':
      return (x, y) => (x + 1 - y) / 2;
    case 'upLeft':
      return (x, y) => (2 - x - y) / 2;
    case 'iris': {
      const farthest = Math.hypot(ratio, 1) / 2;
      return (x, y) => Math.hypot((x - 0.5) * ratio, y - 0.5) / farthest;
    }
    case 'diamond':
      return (x, y) => (Math.abs(x - 0.5) * ratio + Math.abs(y - 0.5)) / ((ratio + 1) / 2);
    case 'box':
      return (x, y) => 2 * Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5));
    case 'clock':
      return (x, y) => turned((x - 0.5) * ratio, y - 0.5);
    case 'fan':
      return (x, y) => {
        const turn = turned((x - 0.5) * ratio, y - 1);
        return 4 * Math.min(turn, 1 - turn);
      };
    case 'barnDoorAcross':
      return (x) => 2 * Math.abs(x - 0.5);
    case 'barnDoorDown':
      return (_x, y) => 2 * Math.abs(y - 0.5);
    case 'blindsAcross':
      return (x) => (x * BLINDS) % 1;
    case 'blindsDown':
      return (_x, y) => (y * BLINDS) % 1;
    case 'checkerboard':
      return (x, y) => {
        const [across, down] = [x * FIELDS_ACROSS, (y / ratio) * FIELDS_ACROSS];
        const isSecond = (Math.floor(across) + Math.floor(down)) % 2 === 1;
        return ((across % 1) + (isSecond ? 1 : 0)) / 2;
      };
    default:
      return missingCase(pattern);
  }
}

/** From straight up, clockwise, 0 to 1. */
function turned(x: number, y: number): number {
  const turn = Math.atan2(x, -y) / (2 * Math.PI);
  return turn < 0 ? turn + 1 : turn;
}
