/** Loudness of the program in figures, the target, and in words what to do. */
import { useRef } from 'react';
import {
  HIGHEST_TARGET_LUFS,
  loudnessTarget,
  loudnessTargetIds,
  LOWEST_TARGET_LUFS,
} from '../../../../shared/sound/targets.ts';
import { useEdit } from '../../../state/editing/use-edit.ts';
import { useServices } from '../../../state/services.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { ChoiceField } from '../../../ui/editing/ChoiceField.tsx';
import { NumberField } from '../../../ui/editing/NumberField.tsx';
import { writeText } from '../../../ui/write-text.ts';
import { texts } from '../../../../shared/text/text.ts';
import { useLoudnessAdvice, useProgramReading } from './use-program-reading.ts';
import { useMixer, useTarget } from './use-program.ts';
import css from './ProgramDialog.module.css';

const figures = ['momentary', 'shortTerm', 'integrated', 'range', 'truePeak'] as const;
const OWN = 'own';
const AUTO = 'auto';

export function LoudnessSection() {
  const { capture } = useServices();
  const list = useRef<HTMLDListElement>(null);
  const edit = useEdit();
  const { target: chosen } = useMixer();
  const target = useTarget();
  const advice = useLoudnessAdvice(target);
  const { loudness } = texts;
  useProgramReading(({ momentary, shortTerm, integrated, range, truePeakDb }) => {
    const values = [
      ...[momentary, shortTerm, integrated].map((value) => loudness.lufs(value)),
      loudness.lu(range),
      loudness.peak(truePeakDb),
    ];
    for (const [index, element] of [...(list.current?.querySelectorAll('dd') ?? [])].entries())
      writeText(element, values[index] ?? '');
  });
  return (
    <section className={css['part']}>
      <div className={css['row']}>
        <h3 className={css['heading']}>{loudness.title}</h3>
        <Button
          size="small"
          aria-label={texts.mixer.program.resetName}
          onClick={() => capture.resetLoudness()}
        >
          {loudness.reset}
        </Button>
      </div>
      <dl ref={list} className={css['figures']} aria-label={texts.mixer.program.figures}>
        {figures.map((figure) => (
          <div key={figure} title={loudness[figure].about}>
            <dt>{loudness[figure].name}</dt>
            <dd>{loudness.lufs(-Infinity)}</dd>
          </div>
        ))}
      </dl>
      <div role="status" className={css['advice']}>
        {advice.map((each) => (
          <p key={each.code} data-good={each.code === 'onTarget'}>
            {loudness.advice(each, target)}
          </p>
        ))}
      </div>
      <ChoiceField
        label={loudness.target}
        value={typeof chosen === 'number' ? OWN : chosen}
        options={[
          { value: AUTO, label: loudness.automatic },
          ...loudnessTargetIds.map((id) => ({ value: id, label: loudness.targetOption(loudnessTarget(id)) })),
          { value: OWN, label: texts.mixer.program.customTarget },
        ]}
        onChange={(value) => edit({ type: 'setMixer', target: value === OWN ? target.lufs : value })}
      />
      {typeof chosen === 'number' ? (
        <div className={css['number']}>
          <NumberField
            label=""
            name={texts.mixer.program.custom}
            unit={texts.mixer.program.lufs}
            value={chosen}
            min={LOWEST_TARGET_LUFS}
            max={HIGHEST_TARGET_LUFS}
            step={0.5}
            decimals={1}
            onChange={(value, gestureId) => edit({ type: 'setMixer', target: value, gestureId })}
          />
        </div>
      ) : undefined}
    </section>
  );
}
