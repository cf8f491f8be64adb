/** The program's readings, a few times a second: for figures that are written past React, and for advice that seldom changes. */
import { useEffect, useRef, useState } from 'react';
import type { ProgramReading } from '../../../media/mixer/core/mixer-types.ts';
import { useServices } from '../../../state/services.ts';
import { adviseLoudness } from '../../../../shared/sound/targets.ts';
import type { LoudnessAdvice, LoudnessTarget } from '../../../../shared/sound/targets.ts';
import { texts } from '../../../../shared/text/text.ts';
import { meterBoardOf } from '../meter/meter-board.ts';

/** Of 30 a second. */
const FIGURE_READINGS = 7;
const ADVICE_READINGS = 30;

/** @param every so many readings. */
export function useProgramReading(
  onReading: (reading: ProgramReading) => void,
  every: number = FIGURE_READINGS,
): void {
  const { capture } = useServices();
  const newest = useRef(onReading);
  newest.current = onReading;
  useEffect(() => {
    let readings = 0;
    return meterBoardOf(capture).add({
      read: ({ program }) => {
        if (readings % every === 0 && program !== undefined) newest.current(program);
        readings += 1;
      },
      draw: () => undefined,
    });
  }, [capture, every]);
}

/** What to do about the program's loudness; another array when a sentence changes. */
export function useLoudnessAdvice(target: LoudnessTarget): readonly LoudnessAdvice[] {
  const [advice, setAdvice] = useState<readonly LoudnessAdvice[]>([]);
  useProgramReading((reading) => {
    const next = adviseLoudness(reading, target, advice);
    if (!saySame(advice, next, target)) setAdvice(next);
  }, ADVICE_READINGS);
  return advice;
}

function saySame(
  one: readonly LoudnessAdvice[],
  other: readonly LoudnessAdvice[],
  target: LoudnessTarget,
): boolean {
  const say = (each: LoudnessAdvice) => texts.loudness.advice(each, target);
  return one.length === other.length && one.every((each, index) => say(each) === say(other[index] ?? each));
}
