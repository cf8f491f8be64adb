/** The uplink guard under the big button: what all destinations need against what the uplink carries, and the buttons that fix it. */
import { encodingOf } from '../../../shared/studio/document.ts';
import { useState } from 'react';
import { wallMs } from '../../../shared/clock.ts';
import { judgeCongestion, judgeUplink } from '../../../shared/broadcast/uplink-guard.ts';
import { runOrShowError, useServices, useSession, useSettings } from '../../state/services.ts';
import { useEncoding } from '../../state/use-encoding.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { format, texts } from '../../../shared/text/text.ts';
import { describeCongestion, describeUplink } from './uplink-text.ts';
import { NamedText } from '../../ui/layout/NamedText.tsx';
import css from './GoLive.module.css';

/** Before going live, by the last measurement. */
export function UplinkAdvice() {
  const services = useServices();
  const { toasts } = services;
  const encoding = useSettings(({ studio }) => encodingOf(studio));
  const destinations = useSettings((state) => state.destinations);
  const uplink = useSettings((state) => state.uplink);
  const changeEncoding = useEncoding();
  const [nowMs] = useState(wallMs);
  const finding = judgeUplink(encoding, destinations, uplink);
  if (finding === undefined || uplink === undefined) return undefined;
  const { videoKbps, switchOff, level } = finding;

  const setEnabled = async (id: string, isEnabled: boolean) =>
    await services.run({ type: 'setDestinationEnabled', id, isEnabled });
  const leaveOut = async ({ id, name }: { readonly id: string; readonly name: string }) => {
    await setEnabled(id, false);
    const run = () => runOrShowError(services, setEnabled(id, true));
    toasts.show({
      tone: 'note',
      title: texts.uplink.turnedOff(name),
      name,
      action: { label: texts.common.undo, run },
    });
  };

  return (
    <div className={css['advice']}>
      <p className={level === 'over' ? css['missing'] : undefined}>
        {describeUplink(finding, uplink.timeMs, Math.max(nowMs, uplink.timeMs))}
      </p>
      <div className={css['actions']}>
        {videoKbps === undefined ? undefined : (
          <Button
            size="small"
            onClick={() => changeEncoding({ ...encoding, videoKbps }, texts.uplink.lowered)}
          >
            {texts.uplink.lowerTo(format.kbps(videoKbps))}
          </Button>
        )}
        {switchOff === undefined ? undefined : (
          <Button size="small" onClick={() => runOrShowError(services, leaveOut(switchOff))}>
            <NamedText text={texts.uplink.turnOff(switchOff.name)} name={switchOff.name} />
          </Button>
        )}
      </div>
    </div>
  );
}

/** While live, by what really leaves. The dynamic bitrate needs no advice: it lowers by itself. */
export function CongestionAdvice() {
  const encoding = useSettings(({ studio }) => encodingOf(studio));
  const isDynamic = useSettings((state) => state.isDynamicBitrate);
  const changeEncoding = useEncoding();
  const samples = useSession((state) => state.recentSamples);
  if (isDynamic) return undefined;
  const finding = judgeCongestion(encoding, samples);
  if (finding === undefined) return undefined;
  const { videoKbps } = finding;
  return (
    <div className={css['advice']} role="status">
      <p className={css['missing']}>{describeCongestion(finding)}</p>
      {videoKbps === undefined ? undefined : (
        <Button size="small" onClick={() => changeEncoding({ ...encoding, videoKbps }, texts.uplink.lowered)}>
          {texts.uplink.lowerTo(format.kbps(videoKbps))}
        </Button>
      )}
    </div>
  );
}
