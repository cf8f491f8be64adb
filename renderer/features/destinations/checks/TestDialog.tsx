/** Tests one destination before going live: how far, step by step with its time, what was measured, what suits it. */
import { encodingOf } from '../../../../shared/studio/document.ts';
import { formatFrameRate } from '../../../../shared/encoding/frame-rate.ts';
import { useEffect, useRef, useState } from 'react';
import { Check, CircleDashed, CircleAlert, LoaderCircle, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { RELAY_SERVICE_ID, serviceOf } from '../../../../shared/destinations/destination-service.ts';
import type { DestinationTest, TestStepView } from '../../../../shared/destinations/destination-test.ts';
import { measuredPixelsPerSecond, recommendProfile } from '../../../../shared/encoding/recommend.ts';
import { runOrShowError, useServices, useSettings } from '../../../state/services.ts';
import { useEncoderList } from '../../../state/use-encoder-list.ts';
import { useEncoding } from '../../../state/use-encoding.ts';
import { describeError, errorCause } from '../../../../shared/text/error-text.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { NamedText } from '../../../ui/layout/NamedText.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { SwitchField } from '../../../ui/controls/Field.tsx';
import { format, texts } from '../../../../shared/text/text.ts';
import { describeOutcome, measuringShare, testRows } from './test-text.ts';
import css from './TestDialog.module.css';

export interface TestDialogProps {
  readonly destination: Destination;
  readonly onClose: () => void;
}

const icons: Readonly<Record<TestStepView['phase'], ReactNode>> = {
  waiting: <CircleDashed size={14} aria-hidden />,
  running: <LoaderCircle size={14} aria-hidden className={css['spin']} />,
  done: <Check size={14} aria-hidden />,
  failed: <CircleAlert size={14} aria-hidden />,
  skipped: <Minus size={14} aria-hidden />,
};

export function TestDialog({ destination, onClose }: TestDialogProps) {
  const services = useServices();
  const { client } = services;
  const { id, name } = destination;
  const service = serviceOf(destination);
  const hasSwitch = service?.testQuery !== undefined;
  const [mayPublish, setMayPublish] = useState(false);
  const [test, setTest] = useState<DestinationTest>();
  const isRunning = test?.phase === 'running';
  const isRunningNow = useRef(false);
  isRunningNow.current = isRunning;

  useEffect(() => {
    const end = client.on('destination:test', (progress) => {
      if (progress.destinationId === id) setTest(progress);
    });
    return () => {
      end();
      if (isRunningNow.current) runOrShowError(services, client.invoke('destination:cancelTest'));
    };
  }, [client, id, services]);

  const start = () => {
    setTest(undefined);
    runOrShowError(services, client.invoke('destination:startTest', { id, mayPublish }));
  };

  return (
    <Dialog
      title={<NamedText text={texts.destinationTest.title(name)} name={name} />}
      onClose={onClose}
      {...(test === undefined ? { description: texts.destinationTest.description } : {})}
      footer={
        isRunning ? (
          <Button onClick={() => runOrShowError(services, client.invoke('destination:cancelTest'))}>
            {texts.destinationTest.cancel}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{texts.common.close}</Button>
            <Button variant="primary" data-autofocus onClick={start}>
              {test === undefined ? texts.destinationTest.start : texts.destinationTest.again}
            </Button>
          </>
        )
      }
    >
      {isRunning ? undefined : (
        <Reach
          text={hasSwitch ? texts.destinationTest.testMode(service.name) : undefined}
          isRelay={destination.serviceId === RELAY_SERVICE_ID}
          mayPublish={mayPublish}
          onChange={setMayPublish}
        />
      )}
      {test === undefined ? undefined : <Course test={test} />}
    </Dialog>
  );
}

interface ReachProps {
  /** In place of a choice. */
  readonly text: string | undefined;
  /** Every channel behind it may show the test. */
  readonly isRelay: boolean;
  readonly mayPublish: boolean;
  readonly onChange: (mayPublish: boolean) => void;
}

function Reach({ text, isRelay, mayPublish, onChange }: ReachProps) {
  if (text !== undefined) return <p className={css['note']}>{text}</p>;
  return (
    <SwitchField
      label={texts.destinationTest.publish}
      hint={texts.destinationTest.publishHint(isRelay)}
      isOn={mayPublish}
      onChange={onChange}
    />
  );
}

function Course({ test }: { readonly test: DestinationTest }) {
  const share = measuringShare(test);
  const outcome = describeOutcome(test);
  return (
    <div className={css['course']}>
      <ol className={css['steps']} aria-label={texts.destinationTest.steps}>
        {testRows(test).map(({ step, phase, name, note }) => (
          <li key={step} data-phase={phase} className={css[phase]}>
            {icons[phase]}
            <span className={css['name']}>{name}</span>
            <span className={css['note']}>{note}</span>
          </li>
        ))}
      </ol>
      {share === undefined ? undefined : (
        <div className={css['bar']} aria-hidden>
          <div style={{ width: `${share * 100}%` }} />
        </div>
      )}
      <div role="status">{outcome === undefined ? undefined : <p>{outcome}</p>}</div>
      {test.error === undefined ? undefined : <Failure error={test.error} />}
      {test.measurement === undefined ? undefined : <Recommended uplinkKbps={test.measurement.kbps} />}
    </div>
  );
}

function Failure({ error }: { readonly error: NonNullable<DestinationTest['error']> }) {
  const { title, action } = describeError(error);
  const cause = errorCause(error);
  return (
    <div className={css['failure']} role="alert">
      <p>{title}</p>
      {cause === undefined || title.includes(cause) ? undefined : <p>{cause}</p>}
      {action === undefined ? undefined : <p>{action}</p>}
    </div>
  );
}

function Recommended({ uplinkKbps }: { readonly uplinkKbps: number }) {
  const encoding = useSettings(({ studio }) => encodingOf(studio));
  const destinations = useSettings((state) => state.destinations);
  const change = useEncoding();
  const pixelsPerSecond = measuredPixelsPerSecond(useEncoderList().probes, encoding);
  const recommended = recommendProfile({
    profile: encoding,
    destinations,
    uplinkKbps,
    ...(pixelsPerSecond === undefined ? {} : { pixelsPerSecond }),
  });
  if (recommended === undefined) {
    return <p className={css['advice']}>{texts.destinationTest.tooSlow}</p>;
  }
  const isSame = JSON.stringify(recommended) === JSON.stringify(encoding);
  const { width, height, fps, videoKbps } = recommended;
  return (
    <div className={css['advice']}>
      <p>
        {isSame ? texts.destinationTest.settingsFit : texts.destinationTest.recommended}
        <strong>
          {texts.destinationTest.profile(width, height, formatFrameRate(fps), format.bitrate(videoKbps))}
        </strong>
      </p>
      {isSame ? undefined : (
        <Button size="small" onClick={() => change(recommended, texts.destinationTest.applied)}>
          {texts.destinationTest.apply}
        </Button>
      )}
    </div>
  );
}
