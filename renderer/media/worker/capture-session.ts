/**
 * All that the capture worker holds: the program's format, the source on its canvas, its sound and the port to the engine. Does what the
 * page commands and reports what comes of it.
 */
import { beepPeriod } from '../../../shared/pattern/sound.ts';
import { missingCase } from '../../../shared/assert.ts';
import type { FromCaptureWorker, ProgramFormat, ToCaptureWorker } from '../capture/worker-messages.ts';
import { nowUs } from './clock.ts';
import { EnginePort } from './engine-port.ts';
import { PatternFrames } from './pattern-frames.ts';
import { ProgramPreview } from './program-preview.ts';
import { ProgramScene } from './program-scene.ts';
import { SoundPath } from './sound.ts';
import { TrackFrames } from './track-frames.ts';

type Command<Type extends ToCaptureWorker['type']> = Extract<ToCaptureWorker, { type: Type }>;

interface MadeSound {
  readonly kind: 'beeps' | 'tone';
  readonly sourceId: number;
}

export class CaptureSession {
  readonly #report: (event: FromCaptureWorker) => void;
  readonly #port = new EnginePort(() => this.#scene.onCredit());
  readonly #preview = new ProgramPreview((isShown) => this.#report({ type: 'previewShown', isShown }));
  readonly #scene = new ProgramScene(this.#port, this.#preview);
  readonly #sound: SoundPath;
  #program: ProgramFormat | undefined;
  #madeSound: MadeSound | undefined;
  /** When the test pattern's frame 0 and its sound's sample 0 are due. */
  #originUs = nowUs();

  constructor(report: (event: FromCaptureWorker) => void) {
    this.#report = report;
    this.#sound = new SoundPath(this.#port, (level) => report({ type: 'level', ...level }));
  }

  /** @param ports were transferred with the command. */
  run(command: ToCaptureWorker, ports: readonly MessagePort[]): void {
    switch (command.type) {
      case 'enginePort': {
        const [port] = ports;
        if (port !== undefined) this.#port.connect(port);
        return;
      }
      case 'program':
        return this.#setProgram(command.program);
      case 'takeFrames':
        return this.#takeFrames(command);
      case 'takePattern':
        return this.#takePattern(command.sourceId);
      case 'endVideo':
        return this.#scene.clear();
      case 'holdVideo':
        return this.#scene.hold();
      case 'takeSound':
        return this.#takeSound(command);
      case 'makeSound':
        return this.#makeSound({ kind: command.kind, sourceId: command.sourceId });
      case 'endAudio':
        this.#madeSound = undefined;
        return this.#sound.end();
      case 'level':
        return this.#sound.setLevel(command.gain, command.isMuted);
      case 'pickChannel':
        return this.#sound.pickChannel(command.channel);
      case 'away':
        return this.#setAway(command.isAway);
      case 'showPreview':
        return this.#preview.connect(command.writable);
      case 'previewLookedAt':
        return this.#preview.setLookedAt(command.isLookedAt);
      default:
        missingCase(command);
    }
  }

  #setProgram(next: ProgramFormat): void {
    const previous = this.#program;
    this.#program = next;
    this.#scene.setProgram(next);
    const isSameSound =
      previous?.sampleRate === next.sampleRate &&
      previous.channels === next.channels &&
      beepPeriod(previous.fps) === beepPeriod(next.fps);
    if (this.#madeSound !== undefined && !isSameSound)
      this.#sound.make(this.#madeSound.kind, next, this.#originUs);
  }

  #takeFrames({ sourceId, readable, pacing }: Command<'takeFrames'>): void {
    this.#scene.clear();
    const program = this.#program;
    if (program === undefined) return;
    const report = this.#report;
    const events = {
      sizeChanged: (width: number, height: number) => report({ type: 'videoSize', sourceId, width, height }),
      ended: () => report({ type: 'videoEnded', sourceId }),
      failed: (message: string) => report({ type: 'videoFailed', sourceId, message }),
    };
    this.#scene.show((sink) => new TrackFrames(readable, pacing, program, sink, events));
  }

  #takePattern(sourceId: number): void {
    this.#scene.clear();
    const program = this.#program;
    if (program === undefined) return;
    const originUs = nowUs();
    this.#originUs = originUs;
    this.#scene.show((sink) => new PatternFrames(program, originUs, sink));
    this.#report({ type: 'videoSize', sourceId, width: program.width, height: program.height });
    // Beeps belong to this picture's origin.
    if (this.#madeSound?.kind === 'beeps') this.#makeSound(this.#madeSound);
  }

  #takeSound({ sourceId, readable }: Command<'takeSound'>): void {
    this.#madeSound = undefined;
    if (this.#program === undefined) return;
    const report = this.#report;
    this.#sound.take(readable, this.#program.channels, {
      started: () => report({ type: 'audioStarted', sourceId }),
      failed: (message) => report({ type: 'audioFailed', sourceId, message }),
      oneSided: (side) => report({ type: 'audioOneSided', sourceId, side }),
    });
  }

  #makeSound(made: MadeSound): void {
    if (this.#program === undefined) return;
    this.#madeSound = made;
    this.#sound.make(made.kind, this.#program, this.#originUs);
    this.#report({ type: 'audioStarted', sourceId: made.sourceId });
  }

  #setAway(isAway: boolean): void {
    if (this.#program !== undefined) this.#scene.setAway(isAway, this.#program);
    this.#sound.setSilent(isAway);
  }
}
