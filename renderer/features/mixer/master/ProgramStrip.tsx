/** What is sent, upright beside the channels: loudness against the target, true peak, limiter. */
import { useRef, useState } from 'react';
import { useServices } from '../../../state/services.ts';
import { classNames } from '../../../ui/class-names.ts';
import { writeText } from '../../../ui/write-text.ts';
import { Meter } from '../meter/Meter.tsx';
import { texts } from '../../../../shared/text/text.ts';
import { StripMenu } from '../strip/StripMenu.tsx';
import upright from '../strip/upright.module.css';
import { ProgramDialog } from './ProgramDialog.tsx';
import { useLoudnessAdvice, useProgramReading } from './use-program-reading.ts';
import { trackName, useMixer, useTarget } from './use-program.ts';
import css from './ProgramStrip.module.css';

/** Less isn't worth a word. */
const MIN_REDUCTION_DB = 0.1;

export function ProgramStrip() {
  const { capture } = useServices();
  const mixer = useMixer();
  const target = useTarget();
  const [isOpen, setIsOpen] = useState(false);
  const { program } = texts.mixer;
  const items = [
    { label: texts.mixer.menu.program, onSelect: () => setIsOpen(true) },
    { label: program.resetName, onSelect: () => capture.resetLoudness() },
  ];
  return (
    <section className={classNames(upright['strip'], css['strip'])} aria-label={program.title}>
      <header className={css['header']}>
        <h2 className={css['name']}>{program.name}</h2>
        <StripMenu label={program.more} items={items} />
      </header>
      <ProgramWords />
      <Meter isVertical isRunning />
      <footer className={css['footer']} title={program.target(texts.loudness.targetOption(target))}>
        <span className={css['track']}>{trackName(mixer, mixer.streamTrack)}</span>
        <LimiterState isLimiterOn={mixer.isLimiterOn} />
      </footer>
      {isOpen ? <ProgramDialog onClose={() => setIsOpen(false)} /> : undefined}
    </section>
  );
}

function ProgramWords() {
  const loudness = useRef<HTMLSpanElement>(null);
  const peak = useRef<HTMLSpanElement>(null);
  useProgramReading(({ shortTerm, truePeakDb }) => {
    writeText(loudness.current ?? undefined, texts.loudness.lufs(shortTerm));
    writeText(peak.current ?? undefined, texts.mixer.program.truePeak(texts.loudness.peak(truePeakDb)));
  });
  return (
    <div className={upright['words']}>
      <span ref={loudness} className={css['loudness']} title={texts.loudness.shortTerm.about} />
      <span ref={peak} className={css['figure']} title={texts.loudness.truePeak.about} />
      <Advice />
    </div>
  );
}

function LimiterState({ isLimiterOn }: { readonly isLimiterOn: boolean }) {
  const state = useRef<HTMLSpanElement>(null);
  useProgramReading(({ reductionDb }) => {
    const isAtWork = isLimiterOn && reductionDb >= MIN_REDUCTION_DB;
    writeText(state.current ?? undefined, isAtWork ? texts.mixer.program.limiterState(reductionDb) : '');
  });
  return isLimiterOn ? <span ref={state} /> : <span>{texts.mixer.program.limiterOff}</span>;
}

/** In words what to do; rendered when the words change. Takes the focus: the strip may be lower than the words, and arrow keys scroll them. */
function Advice() {
  const target = useTarget();
  const advice = useLoudnessAdvice(target);
  return (
    <div role="status" className={css['advice']} tabIndex={advice.length === 0 ? undefined : 0}>
      {advice.map((each) => {
        const text = texts.loudness.advice(each, target);
        return (
          <p key={each.code} data-good={each.code === 'onTarget'} title={text}>
            {text}
          </p>
        );
      })}
    </div>
  );
}
