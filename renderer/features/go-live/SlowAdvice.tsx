/** When the computer does not keep up with encoding: what happens, and the next step down that would hold, in one press. */
import { encodingOf } from '../../../shared/studio/document.ts';
import { isSoftwareEncoder } from '../../../shared/encoding/codec.ts';
import { decideStepDown } from '../../../shared/encoding/step-down.ts';
import { runOrTell, useServices, useSession, useSettings } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import css from './GoLive.module.css';

export function SlowAdvice() {
  const services = useServices();
  const encoder = useSession((state) => state.snapshot.encoder);
  const encoding = useSettings(({ studio }) => encodingOf(studio));
  const { lag, profile, name } = encoder ?? {};
  if (lag === undefined || profile === undefined) return null;
  const step = decideStepDown(profile, lag.capacity, isSoftwareEncoder(name ?? ''));
  const { skippedFrames } = lag;
  return (
    <div className={css['advice']} role="status">
      <p className={css['missing']}>
        The computer is too slow for this picture
        {skippedFrames === 0 ? '' : `: ${skippedFrames} ${skippedFrames === 1 ? 'frame' : 'frames'} skipped`}.
      </p>
      {step === null ? (
        <p>Close other programs: there is nothing left to lower here.</p>
      ) : (
        <Button
          size="small"
          title="Viewers see no gap"
          onClick={() => {
            const { width, height, fps, preset } = step.profile;
            const profile = { ...encoding, width, height, fps, preset };
            runOrTell(services, services.run({ type: 'setEncoding', profile }));
          }}
        >
          Change to {step.words}
        </Button>
      )}
    </div>
  );
}
