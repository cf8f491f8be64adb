/** Pictures in a row, of which one is chosen: a radio group, so that the arrow keys go from one to the next. */
import { useEffect, useId, useRef } from 'react';
import type { ClapPicture } from '../../../media/capture/capture-controller.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './SyncDialog.module.css';

export interface FilmstripProps {
  readonly pictures: readonly ClapPicture[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

export function Filmstrip({ pictures, chosen, onChoose }: FilmstripProps) {
  const name = useId();
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    strip.current
      ?.querySelector('[data-chosen="true"]')
      ?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={strip} className={css['strip']} role="radiogroup" aria-label={texts.mixer.sync.pictures}>
      {pictures.map(({ laterMs, picture }, index) => (
        <label key={laterMs} className={css['picture']} data-chosen={index === chosen}>
          <input
            type="radio"
            name={name}
            checked={index === chosen}
            onChange={() => onChoose(index)}
            aria-label={texts.mixer.sync.later(Math.round(laterMs))}
          />
          <Picture picture={picture} />
          <span aria-hidden>{texts.mixer.sync.laterShort(Math.round(laterMs))}</span>
        </label>
      ))}
    </div>
  );
}

function Picture({ picture }: { readonly picture: ImageBitmap }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return <canvas ref={canvas} width={picture.width} height={picture.height} aria-hidden />;
}
