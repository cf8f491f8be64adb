/** The sound under the picture: meter, gain, mute. The meter is moved past React. */
import { useEffect, useRef, useState } from 'react';
import { channelOf } from '../../../shared/studio/document.ts';
import { Mic, MicOff, Timer } from 'lucide-react';
import { Slider } from 'radix-ui';
import { runOrShowError, useCapture, useServices, useSession, useSettings } from '../../state/services.ts';
import { describeError, meanwhileAndAction } from '../../../shared/text/error-text.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { format, texts } from '../../../shared/text/text.ts';
import { SyncDialog } from './sync/SyncDialog.tsx';
import { PeakMeter } from './peak-meter.ts';
import { ChannelMenu, OneSidedAdvice } from './MicChannel.tsx';
import css from './MixerStrip.module.css';

/** The lowest level shown. */
const FLOOR_DB = -60;
const MAX_GAIN = 4;
/** Readings from one text to the next. */
const TEXT_READINGS = 7;

export function MixerStrip() {
  const services = useServices();
  const { capture, run } = services;
  const audio = useCapture((state) => state.audio);
  const choice = useCapture((state) => state.audioChoice);
  const isOnAir = useSession((state) => state.snapshot.broadcast.phase !== 'idle');
  const isMuted = useSettings(({ studio }) => channelOf(studio).isMuted);
  const channelId = useSettings(({ studio }) => channelOf(studio).id);
  const gain = useSettings(({ studio }) => channelOf(studio).gain);
  const [isSyncOpen, setSyncOpen] = useState(false);
  /** While the slider moves; saved when the slider is let go. */
  const [draggedGain, setDraggedGain] = useState<number>();
  const meter = useRef<HTMLDivElement>(null);
  const reading = useRef<HTMLSpanElement>(null);

  const isRunning = audio.phase === 'running';

  useEffect(() => {
    const peaks = new PeakMeter();
    const show = () => {
      meter.current?.style.setProperty('--level', String(meterPosition(peaks.levelDb)));
      meter.current?.style.setProperty('--peak', String(meterPosition(peaks.heldDb)));
    };
    const showText = () => {
      if (reading.current !== null) reading.current.textContent = format.decibels(peaks.heldDb);
    };
    // No reading comes from a source that is gone: the last one would stand.
    show();
    showText();
    if (!isRunning) return undefined;
    let readings = 0;
    return capture.attachMeters(({ channels }) => {
      const reading = channels.get(channelId);
      if (reading === undefined) return;
      peaks.read(Math.max(...reading.peakDb));
      show();
      if (readings % TEXT_READINGS === 0) showText();
      readings += 1;
    });
  }, [capture, isRunning, channelId]);

  const setMuted = (muted: boolean) => {
    capture.adjustChannel(channelId, { isMuted: muted });
    runOrShowError(services, run({ type: 'setAudioLevel', isMuted: muted }));
  };
  const problem = audio.error === undefined ? undefined : describeError(audio.error);
  const label = choice.type === 'none' ? texts.mixer.noAudio : (audio.label ?? texts.mixer.otherAudio);
  return (
    <section className={css['strip']} aria-label={texts.mixer.strip}>
      <IconButton
        label={isMuted ? texts.mixer.unmute : texts.mixer.mute}
        shortcut={texts.common.shortcuts.mute}
        aria-pressed={isMuted}
        icon={
          isMuted ? (
            <MicOff size={16} strokeWidth={1.75} aria-hidden />
          ) : (
            <Mic size={16} strokeWidth={1.75} aria-hidden />
          )
        }
        onClick={() => setMuted(!isMuted)}
      />
      <div className={css['middle']}>
        <div className={css['words']}>
          <span className={css['label']}>{label}</span>
          {isMuted ? <span className={css['muted']}>{texts.mixer.muted}</span> : undefined}
          <span ref={reading} className={css['reading']}>
            {texts.mixer.silence}
          </span>
        </div>
        <div ref={meter} className={css['meter']} data-testid="meter">
          <div className={css['level']} />
          <div className={css['peak']} />
        </div>
        {problem === undefined ? (
          <OneSidedAdvice />
        ) : (
          <p className={css['problem']} role="status">
            {problem.title} {meanwhileAndAction(problem, isOnAir)}
          </p>
        )}
      </div>
      {choice.type === 'microphone' ? <ChannelMenu /> : undefined}
      {choice.type === 'none' ? undefined : (
        <IconButton
          label={texts.mixer.sync.title}
          icon={<Timer size={16} strokeWidth={1.75} aria-hidden />}
          onClick={() => setSyncOpen(true)}
        />
      )}
      {isSyncOpen ? <SyncDialog onClose={() => setSyncOpen(false)} /> : undefined}
      <Slider.Root
        className={css['slider']}
        min={0}
        max={MAX_GAIN}
        step={0.05}
        value={[draggedGain ?? gain]}
        onValueChange={([value]) => {
          if (value === undefined) return;
          capture.adjustChannel(channelId, { gain: value });
          setDraggedGain(value);
        }}
        onValueCommit={([value]) => {
          if (value === undefined) return;
          const save = run({ type: 'setAudioLevel', gain: value });
          runOrShowError(
            services,
            save.finally(() => setDraggedGain(undefined)),
          );
        }}
      >
        <Slider.Track className={css['track']}>
          <Slider.Range className={css['range']} />
        </Slider.Track>
        <Slider.Thumb
          className={css['thumb']}
          aria-label={texts.mixer.gain}
          aria-valuetext={describeGain(draggedGain ?? gain)}
        />
      </Slider.Root>
      <span className={css['gain']}>{describeGain(draggedGain ?? gain)}</span>
    </section>
  );
}

/** 0 at the floor, 1 at full scale. */
export function meterPosition(decibels: number): number {
  return Math.min(1, Math.max(0, 1 - decibels / FLOOR_DB));
}

function describeGain(gain: number): string {
  return gain <= 0 ? texts.mixer.gainOff : texts.mixer.gainDecibels(20 * Math.log10(gain));
}
