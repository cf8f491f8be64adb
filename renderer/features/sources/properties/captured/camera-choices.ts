/** What a camera can be asked for. A page learns the largest size and the highest rate of a camera, and no list of what lies between. Pure. */
import { isSameDevice } from '../../../../../shared/studio/inputs.ts';
import type { CapturedInput } from '../../../../../shared/studio/inputs.ts';
import type { Size } from '../../../../../shared/studio/transform.ts';
import type { CameraLimits } from '../../../../media/capture/capture-state.ts';

/** Of cameras in use, largest first. */
const usualSizes: readonly Size[] = [
  ...[
    { width: 3840, height: 2160 },
    { width: 2560, height: 1440 },
    { width: 1920, height: 1080 },
  ],
  ...[
    { width: 1600, height: 1200 },
    { width: 1280, height: 960 },
    { width: 1280, height: 720 },
  ],
  ...[
    { width: 1024, height: 768 },
    { width: 960, height: 540 },
    { width: 800, height: 600 },
  ],
  ...[
    { width: 640, height: 480 },
    { width: 640, height: 360 },
    { width: 320, height: 240 },
  ],
];
const usualRates = [120, 60, 50, 30, 25, 24, 20, 15, 10, 5] as const;

/**
 * Whether this camera is the chosen one. Without a choice the platform takes the camera that fits best, which may be any of them.
 * @param openId of the camera that is open.
 */
export function isChosenCamera(
  chosen: CapturedInput | undefined,
  deviceId: string,
  openId: string | undefined,
): boolean {
  if (chosen?.type !== 'camera') return false;
  return chosen.deviceId === undefined
    ? deviceId === openId
    : isSameDevice(chosen, { type: 'camera', deviceId });
}

/** Without limits all of them. @param chosen is offered too, whatever the camera says. */
export function cameraSizes(limits: CameraLimits | undefined, chosen: Size | undefined): readonly Size[] {
  const isChosen = ({ width, height }: Size): boolean => width === chosen?.width && height === chosen.height;
  const offered = usualSizes.filter(
    (size) =>
      limits === undefined || (size.width <= limits.width && size.height <= limits.height) || isChosen(size),
  );
  return chosen === undefined || offered.some(isChosen) ? offered : [chosen, ...offered];
}

export function cameraRates(limits: CameraLimits | undefined, chosen: number | undefined): readonly number[] {
  const offered = usualRates.filter((fps) => fps <= (limits?.fps ?? Infinity) || fps === chosen);
  return chosen === undefined || offered.some((fps) => fps === chosen) ? offered : [chosen, ...offered];
}

/** Whether a camera sends what was chosen; a rate is one of its own, as 29.97. */
export function isAsAsked(
  asked: { readonly size?: Size | undefined; readonly fps?: number | undefined },
  sent: { readonly width?: number; readonly height?: number; readonly fps?: number },
): boolean {
  const { size, fps } = asked;
  const isSize = size === undefined || (size.width === sent.width && size.height === sent.height);
  return isSize && (fps === undefined || sent.fps === undefined || Math.round(sent.fps) === fps);
}
