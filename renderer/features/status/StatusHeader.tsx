/** The bar at the top: am I live, on how many, for how long; and how the machine is doing. */
import { History, Settings } from 'lucide-react';
import { useCapture, useSession } from '../../state/services.ts';
import { measuredName, ownSystem } from '../../own-system.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { classNames } from '../../ui/class-names.ts';
import { format, texts } from '../../../shared/text/text.ts';
import { useNow } from '../../ui/use-now.ts';
import { windowShortcuts } from '../../ui/keyboard/shortcut-keys.ts';
import { describeStatus } from './status-text.ts';
import css from './StatusHeader.module.css';

export interface StatusHeaderProps {
  readonly onOpenPastStreams: () => void;
  readonly onOpenSettings: () => void;
}

export function StatusHeader({ onOpenPastStreams, onOpenSettings }: StatusHeaderProps) {
  const snapshot = useSession((state) => state.snapshot);
  const sample = useSession((state) => state.lastSample);
  const isOn = snapshot.broadcast.phase !== 'idle';
  const nowMs = useNow(isOn);
  const isAway = useCapture((state) => state.isAway);
  const status = describeStatus(snapshot, nowMs, isAway);
  return (
    <header className={css['header']}>
      <h1 className={css['mark']}>
        <span className={css['logo']} aria-hidden />
        {texts.window.name}
      </h1>
      <div
        className={classNames(css['pill'], css[status.tone])}
        data-testid="status"
        data-badge={status.badge}
      >
        <span className={css['dot']} aria-hidden />
        {status.text}{' '}
        {status.elapsed === undefined ? undefined : <span className={css['time']}>{status.elapsed}</span>}
      </div>
      <div className={css['grow']} />
      {isOn && sample !== undefined ? (
        <dl className={css['facts']}>
          <Fact
            name={texts.status.frameRate}
            value={texts.status.fps(sample.fps)}
            widest={texts.status.fps(60)}
            isNameHidden
          />
          <Fact
            name={measuredName(texts.status.cpu, ownSystem)}
            value={texts.status.ofCore(sample.cpuPercent / 100)}
            widest={texts.status.ofCore(9.99)}
          />
          <Fact
            name={measuredName(texts.status.memory, ownSystem)}
            value={format.bytes(sample.memoryMb * 1e6)}
            widest={format.bytes(999e6)}
          />
          <Fact
            name={texts.status.skipped}
            value={format.number(sample.skippedFrames)}
            widest={format.number(9999)}
          />
        </dl>
      ) : undefined}
      <IconButton
        label={texts.status.pastStreams}
        icon={<History size={17} strokeWidth={1.75} aria-hidden />}
        onClick={onOpenPastStreams}
      />
      <IconButton
        label={texts.status.settings}
        shortcut={windowShortcuts.settings}
        icon={<Settings size={17} strokeWidth={1.75} aria-hidden />}
        onClick={onOpenSettings}
      />
      <div className="visually-hidden" role="status" aria-live="polite">
        {status.text}
      </div>
    </header>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  /** Its width is kept free, so that a digit more pushes nothing. */
  readonly widest: string;
  readonly isNameHidden?: boolean;
}

function Fact({ name, value, widest, isNameHidden = false }: FactProps) {
  return (
    <div className={css['fact']}>
      <dt className={isNameHidden ? 'visually-hidden' : undefined}>{name}</dt>
      <dd data-widest={widest}>{value}</dd>
    </div>
  );
}
