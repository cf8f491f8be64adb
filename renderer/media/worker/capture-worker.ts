/**
 * The capture worker: the only place in the renderer where frames and PCM are touched. Takes streams and ports from
 * the page, sends bytes to the engine. Runs alike in a hidden window: it lives by timers and streams, never by repaints.
 */
import { nowUs } from './clock.ts';
import { EnginePort } from './engine-port.ts';
import { PatternFrames } from './pattern-frames.ts';
import { Slate } from './slate.ts';
import { SoundPath } from './sound.ts';
import { TrackFrames } from './track-frames.ts';
import type { FromCaptureWorker, ProgramFormat, ToCaptureWorker } from '../capture/worker-messages.ts';
import { beepPeriod } from '../../../shared/pattern/sound.ts';

interface VideoSource {
  start(): void;
  setProgram(program: ProgramFormat): void;
  onCredit(): void;
  /** Sends its last picture on; a made picture has no device to lose. */
  hold?(): void;
  end(): void;
}

let program: ProgramFormat | undefined;
let video: VideoSource | undefined;
let pattern: PatternFrames | undefined;
let previewCanvas: OffscreenCanvas | undefined;
let madeSound: { readonly kind: 'beeps' | 'tone'; readonly sourceId: number } | undefined;
/** When the test picture's frame 0 and its sound's sample 0 are due. */
let originUs = nowUs();

const enginePort = new EnginePort(() => video?.onCredit());
const sound = new SoundPath(enginePort, (level) => tell({ type: 'level', ...level }));

function tell(event: FromCaptureWorker): void {
  postMessage(event);
}

function endVideo(): void {
  video?.end();
  video = undefined;
  pattern = undefined;
}

function startVideo(source: VideoSource): void {
  video = source;
  source.start();
}

function takeFrames(command: Extract<ToCaptureWorker, { type: 'takeFrames' }>, format: ProgramFormat): void {
  const { sourceId } = command;
  startVideo(
    new TrackFrames(command.readable, command.pacing, format, enginePort, {
      sizeChanged: (width, height) => tell({ type: 'videoSize', sourceId, width, height }),
      ended: () => tell({ type: 'videoEnded', sourceId }),
      failed: (message) => tell({ type: 'videoFailed', sourceId, message }),
    }),
  );
}

function takePattern(sourceId: number, format: ProgramFormat): void {
  originUs = nowUs();
  pattern = new PatternFrames(format, originUs, enginePort);
  pattern.setPreview(previewCanvas);
  startVideo(pattern);
  tell({ type: 'videoSize', sourceId, width: format.width, height: format.height });
  // Beeps belong to this picture's origin.
  if (madeSound?.kind === 'beeps') makeSound(madeSound.kind, madeSound.sourceId, format);
}

function takeSound(command: Extract<ToCaptureWorker, { type: 'takeSound' }>, format: ProgramFormat): void {
  const { sourceId } = command;
  sound.take(command.readable, format.channels, {
    started: () => tell({ type: 'audioStarted', sourceId }),
    failed: (message) => tell({ type: 'audioFailed', sourceId, message }),
    oneSided: (side) => tell({ type: 'audioOneSided', sourceId, side }),
  });
}

function makeSound(kind: 'beeps' | 'tone', sourceId: number, format: ProgramFormat): void {
  madeSound = { kind, sourceId };
  sound.make(kind, format, originUs);
  tell({ type: 'audioStarted', sourceId });
}

function setProgram(next: ProgramFormat): void {
  const previous = program;
  program = next;
  video?.setProgram(next);
  const isSameSound =
    previous?.sampleRate === next.sampleRate &&
    previous.channels === next.channels &&
    beepPeriod(previous.fps) === beepPeriod(next.fps);
  if (madeSound !== undefined && !isSameSound) sound.make(madeSound.kind, next, originUs);
}

function obey(command: ToCaptureWorker, ports: readonly MessagePort[]): void {
  const port = ports[0];
  switch (command.type) {
    case 'enginePort':
      if (port !== undefined) enginePort.connect(port);
      return;
    case 'program':
      return setProgram(command.program);
    case 'takeFrames':
      endVideo();
      if (program !== undefined) takeFrames(command, program);
      return;
    case 'takePattern':
      endVideo();
      if (program !== undefined) takePattern(command.sourceId, program);
      return;
    case 'endVideo':
      return endVideo();
    case 'holdVideo':
      return video?.hold?.();
    case 'takeSound':
      madeSound = undefined;
      if (program !== undefined) takeSound(command, program);
      return;
    case 'makeSound':
      if (program !== undefined) makeSound(command.kind, command.sourceId, program);
      return;
    case 'endAudio':
      madeSound = undefined;
      return sound.end();
    case 'level':
      return sound.setLevel(command.gain, command.isMuted);
    case 'pickChannel':
      return sound.pickChannel(command.channel);
    case 'away':
      enginePort.setSlate(command.isAway ? new Slate() : undefined);
      return sound.setSilent(command.isAway);
    case 'showPattern':
      previewCanvas = command.canvas;
      return pattern?.setPreview(previewCanvas);
    case 'hidePattern':
      previewCanvas = undefined;
      return pattern?.setPreview(undefined);
  }
}

addEventListener('message', (event: MessageEvent<ToCaptureWorker>) => obey(event.data, event.ports));
