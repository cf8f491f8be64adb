/** Settings of a source beyond its place: how a camera is asked, what part of a screen shows. */
import { format } from '../format.ts';

const size = (width: number, height: number) => `${width} × ${height}`;

export const sourceSettings = {
  size,

  camera: 'Resolution and frame rate',
  cameraSize: 'Resolution',
  cameraRate: 'Frame rate',
  automatic: 'Automatic',
  rate: (fps: number) => `${format.number(fps)} fps`,
  /** What the camera sends, whatever was chosen. */
  gives: (width: number, height: number, fps: number | undefined) =>
    fps === undefined
      ? `The camera sends ${size(width, height)}.`
      : `The camera sends ${size(width, height)} at ${format.number(fps)} fps.`,
  givesOther: (width: number, height: number, fps: number | undefined) =>
    `The camera doesn’t offer this setting. ${sourceSettings.gives(width, height, fps)}`,

  part: 'Region',
  region: 'Capture only part of the screen',
  regionNames: { x: 'X, left edge', y: 'Y, top edge', width: 'W, region width', height: 'H, region height' },
  selectRegion: 'Select region…',
  regionTitle: 'Select region',
  regionHint: 'Drag over the part of the screen you want viewers to see. Drag the region to move it.',
  regionPicture: 'Captured screen',
  useRegion: 'Use region',

  gradient: 'Gradient',
  angle: 'Angle',
  stop: (number: number) => `Color ${number}`,
  stopAt: 'Position',
  stopAtName: (number: number) => `Position of color ${number}`,
  addStop: 'Add color',
  removeStop: (number: number) => `Remove color ${number}`,

  vertical: 'Vertical',
  columnHeight: 'Column height',
  scroll: 'Scroll',
  scrollDirection: 'Direction',
  scrollDirections: { left: 'Left', right: 'Right', up: 'Up', down: 'Down' },
  speed: 'Speed',
  pixelsASecond: 'px/s',
  window: 'Length',
  windowName: 'Length of the visible part',
  gap: 'Gap',
  gapName: 'Gap before the text starts again',
  scrollHint: 'Text moves a whole number of pixels per frame, so Upcast uses the nearest smooth speed.',
};
