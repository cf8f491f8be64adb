/** PulseAudio's own tools, which PipeWire's sound server answers too. No argument comes from outside but a number of the server. */
import { spawn } from 'node:child_process';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { APPLICATION_CHANNELS } from '../../../shared/media/application-port.ts';

/** Milliseconds: the server sends sound in parts of this length. */
const LATENCY_MS = 20;
const MAX_WORDS = 300;

export interface SoundTool {
  readonly pid: number | undefined;
  stop(): void;
}

export interface SoundToolParts {
  onData(bytes: Uint8Array): void;
  /** Once, unless it was stopped before. @param error undefined when the tool ended by itself without a fault. */
  onEnded(error: AppError | undefined): void;
}

/** A line for each thing that changes on the server. */
export const SUBSCRIBE = ['subscribe'] as const;
export const LIST_INPUTS = ['list', 'sink-inputs'] as const;

export function runPactl(args: typeof SUBSCRIBE | typeof LIST_INPUTS, parts: SoundToolParts): SoundTool {
  return run('pactl', args, parts);
}

/** Float32, interleaved, of `APPLICATION_CHANNELS`: what goes from one sink input to its speakers, which still play it. */
export function recordInput(
  { index, sampleRate }: { readonly index: number; readonly sampleRate: number },
  parts: SoundToolParts,
): SoundTool {
  const shape = [`--rate=${sampleRate}`, `--channels=${APPLICATION_CHANNELS}`, '--format=float32le'];
  const names = ['--client-name=Upcast', '--stream-name=Application audio'];
  const latency = `--latency-msec=${LATENCY_MS}`;
  return run('parec', ['--raw', ...shape, latency, ...names, `--monitor-stream=${index}`], parts);
}

/** In English, whatever the person speaks: its words are read. */
function run(tool: 'pactl' | 'parec', args: readonly string[], parts: SoundToolParts): SoundTool {
  const child = spawn(tool, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  let isOver = false;
  let isGone = false;
  let words = '';
  const end = (error: AppError | undefined): void => {
    if (isOver) return;
    isOver = true;
    parts.onEnded(error);
  };
  child.stdout.on('data', (bytes: Buffer) => {
    if (!isOver) parts.onData(bytes);
  });
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => {
    words = `${words}${text}`.slice(-MAX_WORDS);
  });
  child.on('error', (cause) => {
    if (child.pid === undefined)
      end(withReason('capture/no-application-audio', 'soundToolsMissing', {}, cause));
  });
  child.on('close', (code) => {
    isGone = true;
    const message = `${tool}: ${words.trim() || `ended with code ${code ?? 'none'}`}`;
    end(
      code === 0 ? undefined : withReason('capture/no-application-audio', 'soundServerSilent', { message }),
    );
  });
  return {
    get pid() {
      return isGone ? undefined : child.pid;
    },
    stop() {
      isOver = true;
      child.kill('SIGKILL');
    },
  };
}
