/**
 * Says when a device gives nothing although its track goes on: the system, a key of the computer or a shutter has turned it off. The
 * platform calls a track muted for that, for a moment also while the computer is busy.
 */

const PATIENCE_MS = 2000;

/** Until the track ends; the caller knows whether it is still the one that counts. */
export function followMute(
  track: Pick<MediaStreamTrack, 'muted' | 'addEventListener'>,
  onChange: (isMuted: boolean) => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSaid = false;
  const say = (): void => {
    if (track.muted === isSaid) return;
    isSaid = track.muted;
    onChange(isSaid);
  };
  const look = (): void => {
    clearTimeout(timer);
    if (track.muted) timer = setTimeout(say, PATIENCE_MS);
    else say();
  };
  track.addEventListener('mute', look);
  track.addEventListener('unmute', look);
  look();
}
