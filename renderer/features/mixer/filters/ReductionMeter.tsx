/** How much a filter turns the sound down now. Moved past React. */
import { useEffect, useRef } from 'react';
import { useServices } from '../../../state/services.ts';
import { texts } from '../../../../shared/text/text.ts';
import { meterBoardOf } from '../meter/meter-board.ts';
import css from './SoundFilterFields.module.css';

/** A full bar. */
const RANGE_DB = 24;

export function ReductionMeter({ filterId }: { readonly filterId: string }) {
  const { capture } = useServices();
  const bar = useRef<HTMLDivElement>(null);
  const figure = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let reductionDb = 0;
    let shownDb: number | undefined;
    return meterBoardOf(capture).add({
      read: ({ reductions }) => {
        reductionDb = reductions.get(filterId) ?? 0;
      },
      draw: () => {
        const rounded = Math.round(reductionDb * 10) / 10;
        if (rounded === shownDb) return;
        shownDb = rounded;
        bar.current?.style.setProperty('--reduction', String(Math.min(1, rounded / RANGE_DB)));
        if (figure.current !== null) figure.current.textContent = texts.soundFilters.reduction(rounded);
      },
    });
  }, [capture, filterId]);
  return (
    <div className={css['reduction']} aria-hidden>
      {texts.soundFilters.reductionName}
      <div ref={bar} className={css['bar']} />
      <span ref={figure} className={css['figure']} />
    </div>
  );
}
