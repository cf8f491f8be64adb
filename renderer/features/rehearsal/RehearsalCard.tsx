/** The embedded receiver: on from the first start, so that a newcomer can go on air at once. */
import { useEffect, useState } from 'react';
import { GraduationCap } from 'lucide-react';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import { runOrShowError, useServices, useSession, useSettings } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { Switch } from '../../ui/controls/Switch.tsx';
import { RehearsalReportDialog } from './RehearsalReportDialog.tsx';
import { format, texts } from '../../../shared/text/text.ts';
import css from './RehearsalCard.module.css';

const protocols = () =>
  [
    { value: 'rtmps', label: texts.rehearsalCard.protocols.rtmps },
    { value: 'rtmfp', label: texts.rehearsalCard.protocols.rtmfp },
  ] as const;

export function RehearsalCard() {
  const services = useServices();
  const { client, settings } = services;
  const isRehearsing = useSettings((state) => state.isRehearsing);
  const protocol = useSettings((state) => state.rehearsalProtocol ?? 'rtmps');
  const isOn = useSession((state) => state.snapshot.broadcast.phase !== 'idle');
  const view = useSession((state) => state.snapshot.destinations.find(({ kind }) => kind === 'rehearsal'));
  const sample = useSession((state) => state.lastSample?.destinations.find(({ id }) => id === view?.id));
  const [last, setLast] = useState<RehearsalReport>();
  const [isShowingLast, setIsShowingLast] = useState(false);
  useEffect(() => {
    if (!isOn) runOrShowError(services, client.invoke('rehearsal:lastReport').then(setLast));
  }, [services, client, isOn]);
  return (
    <section className={css['card']} data-on={isRehearsing} aria-label={texts.rehearsalCard.title}>
      <header className={css['header']}>
        <GraduationCap size={16} strokeWidth={1.75} aria-hidden />
        <h3>{texts.rehearsalCard.title}</h3>
        {view?.tls === undefined ? undefined : (
          <span className={css['tls']}>{texts.destinations.tlsVersion(view.tls.protocol)}</span>
        )}
        <Switch
          label={texts.rehearsalCard.switch}
          isOn={isRehearsing}
          isDisabled={isOn}
          onChange={(isChosen) => runOrShowError(services, settings.update({ isRehearsing: isChosen }))}
        />
      </header>
      <p className={css['text']}>{describe()}</p>
      {isRehearsing && !isOn ? (
        <Segmented
          label={texts.rehearsalCard.protocol}
          value={protocol}
          options={protocols()}
          onChange={(rehearsalProtocol) =>
            runOrShowError(services, settings.update({ rehearsalProtocol: rehearsalProtocol ?? 'rtmps' }))
          }
        />
      ) : undefined}
      {isOn || last === undefined ? undefined : (
        <div className={css['actions']}>
          <Button variant="link" onClick={() => setIsShowingLast(true)}>
            {texts.rehearsalCard.lastReport}
          </Button>
        </div>
      )}
      {isShowingLast && last !== undefined ? (
        <RehearsalReportDialog report={last} onClose={() => setIsShowingLast(false)} />
      ) : undefined}
    </section>
  );

  function describe(): string {
    if (view?.state.phase === 'live')
      return texts.rehearsalCard.live(sample === undefined ? undefined : format.bitrate(sample.sentKbps));
    if (isOn && view !== undefined) return texts.rehearsalCard.connecting;
    return isRehearsing ? texts.rehearsalCard.on(protocol) : texts.rehearsalCard.off;
  }
}
