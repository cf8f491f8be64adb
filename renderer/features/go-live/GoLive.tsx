/** The one big button with what is missing written above it, and recording beside it. */
import { useState } from 'react';
import { Circle, Square } from 'lucide-react';
import { missingCase } from '../../../shared/assert.ts';
import { isRehearsal } from '../../../shared/broadcast/state.ts';
import type { DestinationView, RecorderView } from '../../../shared/broadcast/state.ts';
import type { Destination } from '../../../shared/destinations/destination.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import { programSoundOf } from '../../../shared/studio/mixer/program-sound.ts';
import { decideReadiness } from '../../../shared/studio/readiness.ts';
import { hasPicture } from '../../../shared/studio/scene-layers.ts';
import { runOrShowError, useCapture, useServices, useSession, useSettings } from '../../state/services.ts';
import { describeError, errorCause } from '../../../shared/text/error-text.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { format, texts } from '../../../shared/text/text.ts';
import { useNow } from '../../ui/use-now.ts';
import { shownKeys, windowShortcuts } from '../../ui/keyboard/shortcut-keys.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { whatEndingLoses } from './ending.ts';
import { ServiceAdvice } from './ServiceAdvice.tsx';
import { SlowAdvice } from './SlowAdvice.tsx';
import { CongestionAdvice, UplinkAdvice } from './UplinkAdvice.tsx';
import { useFfmpeg } from './use-ffmpeg.ts';
import css from './GoLive.module.css';

export function GoLive() {
  const services = useServices();
  const ffmpeg = useFfmpeg();
  const broadcast = useSession((state) => state.snapshot.broadcast);
  const isRehearsalRunning = useSession((state) => isRehearsal(state.snapshot));
  const isRecording = useSession((state) => state.snapshot.recorder.phase === 'recording');
  const isRehearsing = useSettings((settings) => settings.isRehearsing);
  const destinations = useSettings((settings) => settings.destinations);
  const capture = useCapture((state) => state);
  const isPictureChosen = useSettings(({ studio }) => hasPicture(studio));
  const sound = useSettings(({ studio }) => programSoundOf(studio));
  const [question, setQuestion] = useState<string>();
  const nowMs = useNow(broadcast.phase === 'stopping');
  const readiness = decideReadiness({
    ...{ hasFfmpeg: ffmpeg !== undefined, isRehearsal: isRehearsing, destinations, sound },
    hasPicture: isPictureChosen,
    capture: { video: capture.program, audio: capture.audio.phase, isAway: capture.isAway },
  });
  const isReady = readiness.blockers.length === 0;
  const failures = useSession(({ snapshot }) => whereFailuresShow(snapshot.destinations, destinations));
  const isShownOnCard = failures === 'onCard';
  // Those that failed were deleted since: of no meaning to the ones that are there now.
  const lastError = broadcast.phase !== 'idle' || failures === 'nowhere' ? undefined : broadcast.lastError;

  const start = (shouldRetryFirst = false) =>
    runOrShowError(services, services.run({ type: 'startStream', shouldRetryFirst }));
  const stop = () => runOrShowError(services, services.run({ type: 'endStream' }));
  const end = (isByKeyboard: boolean) => {
    const loss = whatEndingLoses({ isRecording, isByKeyboard, isRehearsing: isRehearsalRunning });
    if (loss === undefined) stop();
    else setQuestion(loss);
  };
  useShortcuts({
    [windowShortcuts.goLive]: () => {
      if (broadcast.phase === 'idle' && isReady) start();
      else if (broadcast.phase === 'live') end(true);
    },
  });

  return (
    <div className={css['go']}>
      {/* Above the buttons, which stand at the bottom: what comes and goes here moves no button. */}
      <div id="go-live-notes" className={css['notes']}>
        {broadcast.phase === 'idle' ? (
          <>
            {lastError === undefined || isShownOnCard ? undefined : <Failure error={lastError} />}
            {lastError !== undefined && isReady && !isRehearsing ? (
              <Button variant="link" onClick={() => start(true)}>
                {texts.goLive.keepRetrying}
              </Button>
            ) : undefined}
            {readiness.blockers.map(texts.readiness).map((text) => (
              <p key={text} className={css['missing']}>
                {text}
              </p>
            ))}
            {isReady
              ? readiness.notes.map(texts.readiness).map((text) => <p key={text}>{text}</p>)
              : undefined}
            {isRehearsing ? undefined : <ServiceAdvice />}
            {isRehearsing ? undefined : <UplinkAdvice />}
            {isReady && isRehearsing ? <p>{texts.goLive.rehearsalNote}</p> : undefined}
          </>
        ) : undefined}
        {broadcast.phase === 'live' ? (
          <>
            <SlowAdvice />
            {isRehearsalRunning ? undefined : <CongestionAdvice />}
          </>
        ) : undefined}
        {broadcast.phase === 'stopping' ? (
          <p>{texts.goLive.ending(Math.max(0, Math.ceil((broadcast.deadlineMs - nowMs) / 1000)))}</p>
        ) : undefined}
      </div>
      <RecordButton />
      {broadcast.phase === 'idle' ? (
        <Button
          className={css['main']}
          variant={isRehearsing ? 'primary' : 'live'}
          size="large"
          disabled={!isReady}
          aria-describedby="go-live-notes"
          title={shownKeys(windowShortcuts.goLive)}
          onClick={() => start()}
        >
          {isRehearsing ? texts.goLive.rehearse : texts.goLive.goLive}
        </Button>
      ) : undefined}
      {broadcast.phase === 'starting' ? (
        <Button className={css['main']} size="large" onClick={stop}>
          {texts.goLive.cancel}
        </Button>
      ) : undefined}
      {broadcast.phase === 'live' ? (
        <Button
          className={css['main']}
          variant="live"
          size="large"
          title={shownKeys(windowShortcuts.goLive)}
          onKeyUp={(event) => {
            // Space would press it: ending takes the pointer, or a question.
            if (event.key !== ' ') return;
            event.preventDefault();
            end(true);
          }}
          onClick={(event) => end(event.detail === 0)}
        >
          {isRehearsalRunning ? texts.goLive.endRehearsal : texts.goLive.endStream}
        </Button>
      ) : undefined}
      {broadcast.phase === 'stopping' ? (
        <Button
          className={css['main']}
          variant="live"
          size="large"
          onClick={() => runOrShowError(services, services.run({ type: 'endStreamNow' }))}
        >
          {texts.goLive.endNow}
        </Button>
      ) : undefined}
      {question !== undefined && broadcast.phase === 'live' ? (
        <Dialog
          title={texts.goLive.endTitle}
          description={question}
          width="narrow"
          role="alertdialog"
          onClose={() => setQuestion(undefined)}
          footer={
            <>
              <Button data-autofocus onClick={() => setQuestion(undefined)}>
                {texts.goLive.keepStreaming}
              </Button>
              <Button
                variant="live"
                onClick={() => {
                  setQuestion(undefined);
                  stop();
                }}
              >
                {texts.goLive.endStream}
              </Button>
            </>
          }
        />
      ) : undefined}
    </div>
  );
}

function Failure({ error }: { readonly error: ErrorRecord }) {
  const { title, action } = describeError(error);
  const cause = errorCause(error);
  return (
    <div className={css['failure']} role="alert">
      <p>{title}</p>
      {cause === undefined || title.includes(cause) ? undefined : <p className={css['cause']}>{cause}</p>}
      {action === undefined ? undefined : <p className={css['cause']}>{action}</p>}
    </div>
  );
}

/** The rehearsal has a card, and so has every saved destination. */
function whereFailuresShow(
  views: readonly DestinationView[],
  saved: readonly Destination[],
): 'none' | 'onCard' | 'nowhere' {
  const failed = views.filter(({ state }) => state.phase === 'failed');
  if (failed.length === 0) return 'none';
  const hasCard = failed.some(
    (view) => view.kind === 'rehearsal' || saved.some((destination) => destination.id === view.id),
  );
  return hasCard ? 'onCard' : 'nowhere';
}

function RecordButton() {
  const services = useServices();
  const { client, run } = services;
  const recorder = useSession((state) => state.snapshot.recorder);
  const isWanted = recorder.phase === 'recording' || recorder.phase === 'waiting';
  const nowMs = useNow(recorder.phase === 'recording');
  return (
    <div className={css['two']}>
      <Button
        className={css['record']}
        aria-pressed={isWanted}
        disabled={recorder.phase === 'finishing'}
        title={shownKeys(windowShortcuts.record)}
        icon={
          isWanted ? (
            <Square size={12} fill="currentColor" aria-hidden />
          ) : (
            <Circle size={12} fill="currentColor" aria-hidden />
          )
        }
        onClick={() => runOrShowError(services, run({ type: isWanted ? 'stopRecording' : 'startRecording' }))}
      >
        {isWanted ? <span className="visually-hidden">{texts.goLive.stopRecording}</span> : undefined}
        {recordLabel(recorder, nowMs)}
      </Button>
      {recorder.path === undefined ? undefined : (
        <Button onClick={() => runOrShowError(services, client.invoke('recording:show'))}>
          {texts.goLive.showFile}
        </Button>
      )}
      {recorder.phase === 'recording' && recorder.secondsLeft !== undefined ? (
        <p className={css['space']} role="status">
          {texts.goLive.diskFullIn(recorder.secondsLeft)}
        </p>
      ) : undefined}
    </div>
  );
}

function recordLabel(recorder: RecorderView, nowMs: number): string {
  switch (recorder.phase) {
    case 'off':
    case 'failed':
      return texts.goLive.record;
    case 'waiting':
      return texts.goLive.waitingForVideo;
    case 'recording':
      return texts.goLive.recording(format.elapsed(nowMs - recorder.sinceMs));
    case 'finishing':
      return texts.goLive.finishing;
    default:
      return missingCase(recorder);
  }
}
