/** Sounds that come by a capture of the screen: what the computer plays, and what a browser page plays. */
import type { Streams, WebFrameMain } from 'electron';
import { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { InvokeInput } from '../../../shared/ipc/contract.ts';

/** From there on Electron asks macOS for what the computer plays. */
const FIRST_MAC_ELECTRON = 39;

export interface CapturedSoundParts {
  /** The window's own: a capture has a picture too, and this one needs no question. */
  readonly windowFrame: () => WebFrameMain | undefined;
  /** Undefined while the page isn't open. */
  readonly pageFrame: (sourceId: string) => WebFrameMain | undefined;
  readonly platform: NodeJS.Platform;
  /** Of Electron. */
  readonly version: string;
  arm(streams: Streams): void;
}

/** Arms the next capture with a sound. @throws AppError `capture/no-system-audio`, `source/page-failed` */
export function chooseSound(wanted: InvokeInput<'sound:choose'>, parts: CapturedSoundParts): void {
  const video = parts.windowFrame();
  if (video === undefined) throw new AppError('capture/no-system-audio');
  if (wanted.kind === 'page') {
    const audio = parts.pageFrame(wanted.sourceId);
    if (audio === undefined) throw withReason('source/page-failed', 'pageClosed');
    return parts.arm({ video, audio });
  }
  if (!hasLoopback(parts)) throw new AppError('capture/no-system-audio');
  return parts.arm({ video, audio: 'loopback' });
}

function hasLoopback({ platform, version }: CapturedSoundParts): boolean {
  if (platform === 'darwin') return Number(version.split('.')[0]) >= FIRST_MAC_ELECTRON;
  return platform === 'win32' || platform === 'linux';
}
