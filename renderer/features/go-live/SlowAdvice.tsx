/** When the computer does not keep up with encoding: what happens, and the next step down that would hold, in one press. */
import { encodingOf } from '../../../shared/studio/document.ts';
import { formatFrameRate } from '../../../shared/encoding/frame-rate.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { isSoftwareEncoder } from '../../../shared/encoding/codec.ts';
import { decideStepDown } from '../../../shared/encoding/step-down.ts';
import { runOrShowError, useServices, useSession, useSettings } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { texts } from '../../../shared/text/text.ts';
import css from './GoLive.module.css';

export function SlowAdvice() {
  const services = useServices();
  const [encoder] = useSession((state) => state.snapshot.encoders);
  const encoding = useSettings(({ studio }) => encodingOf(studio));
  const { lag, profile, name } = encoder ?? {};
  if (lag === undefined || profile === undefined) return undefined;
  const step = decideStepDown(profile, lag.capacity, isSoftwareEncoder(name ?? ''));
  return (
    <div className={css['advice']} role="status">
      <p className={css['missing']}>{texts.goLive.overloaded(lag.skippedFrames)}</p>
      {step === undefined ? (
        <p>{texts.goLive.nothingLower}</p>
      ) : (
        <Button
          size="small"
          title={texts.goLive.noInterruption}
          onClick={() => {
            const { width, height, fps, preset } = step;
            const profile = { ...encoding, width, height, fps, preset };
            runOrShowError(services, services.run({ type: 'setEncoding', profile }));
          }}
        >
          {texts.goLive.changeTo(stepChanges(profile, step))}
        </Button>
      )}
    </div>
  );
}

/** What a step down changes. */
function stepChanges(now: EncodingProfile, step: EncodingProfile): readonly string[] {
  return [
    ...(step.width === now.width ? [] : [texts.goLive.resolution(step.width, step.height)]),
    ...(step.fps === now.fps ? [] : [texts.goLive.frameRate(formatFrameRate(step.fps))]),
    ...(step.preset === now.preset ? [] : [texts.goLive.cpuPreset(step.preset)]),
  ];
}
