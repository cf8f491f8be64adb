/** The pictures around the latest clap in a channel, while a dialog that wants them is open. */
import { useEffect, useState } from 'react';
import type { ClapPicture } from '../../../media/capture/capture-controller.ts';
import { useServices } from '../../../state/services.ts';
import { mostChanged } from './most-changed.ts';

/** Pictures are compared this small. */
const SIDE = 48;

export interface Clap {
  readonly pictures: readonly ClapPicture[];
  /** Where the clap is probably seen. */
  readonly suggested: number | undefined;
}

/** @returns the clap, and what forgets the clap, so that the next one is shown. */
export function useClaps(channelId: string): {
  readonly clap: Clap | undefined;
  readonly forget: () => void;
} {
  const { capture } = useServices();
  const [clap, setClap] = useState<Clap>();
  const isWaiting = clap === undefined;
  useEffect(() => {
    if (!isWaiting) return undefined;
    return capture.watchClaps(channelId, (pictures) => setClap({ pictures, suggested: suggest(pictures) }));
  }, [capture, channelId, isWaiting]);
  useEffect(
    () => () => {
      for (const { picture } of clap?.pictures ?? []) picture.close();
    },
    [clap],
  );
  return { clap, forget: () => setClap(undefined) };
}

function suggest(pictures: readonly ClapPicture[]): number | undefined {
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  const greys = pictures.map(({ picture }) => {
    context.drawImage(picture, 0, 0, SIDE, SIDE);
    const { data } = context.getImageData(0, 0, SIDE, SIDE);
    // Green says enough of how bright a pixel is.
    return Uint8Array.from({ length: SIDE * SIDE }, (_, index) => data[index * 4 + 1] ?? 0);
  });
  return mostChanged(greys);
}
