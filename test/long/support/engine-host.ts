/**
 * The engine's core in a process of its own, fed by a camera of the tests: encoder, hand-overs, links. Told what to do and telling line by
 * line, in main's own messages.
 */
import { systemClock } from '../../../electron/engine/broadcast/system-clock.ts';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { createInterface } from 'node:readline';
import { EngineCore } from '../../../electron/engine/engine-core.ts';
import { rtmpDriver } from '../../../electron/engine/outputs/rtmp/rtmp-driver.ts';
import type { StatsSample } from '../../../shared/broadcast/statistics.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import type { EngineCommand, FromEngine, ToEngine } from '../../../shared/ipc/engine-control.ts';
import { ffmpegPath } from '../../support/media/ffmpeg.ts';
import { engineMessage } from '../../support/engine/engine-message.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { startTestCamera } from './camera.ts';
import { destinationOf } from './destinations.ts';
import type { Target } from './destinations.ts';
import { MAIN_ID, mainEncoding } from '../../../shared/studio/document.ts';

export interface EngineHostOptions {
  readonly targets: readonly Target[];
  readonly isDynamicBitrate: boolean;
  readonly drainMs: number;
  readonly profile?: Partial<EncodingProfile>;
  readonly recordPath?: string;
}

/** Small and quick, at a bitrate that the pictures really fill. */
const hostProfile: EncodingProfile = {
  ...defaultEncodingProfile,
  width: 640,
  height: 360,
  encoder: 'libx264',
  preset: 'ultrafast',
};

/** Runs in the host, until its stdin ends. The options come as a file: keys are among them. */
export async function runEngineHost(optionsPath: string): Promise<void> {
  const options = JSON.parse(readFileSync(optionsPath, 'utf8')) as EngineHostOptions;
  const profile = { ...hostProfile, ...options.profile };
  const core = new EngineCore({
    send: (message) => void process.stdout.write(`${JSON.stringify(message)}\n`),
    clock: systemClock,
    driver: rtmpDriver,
    readNetwork: () =>
      Object.values(networkInterfaces())
        .flatMap((addresses) => (addresses ?? []).map(({ address }) => address))
        .join(' '),
  });
  const camera = startTestCamera(profile);
  core.receive(
    { type: 'configure', ffmpegPath: ffmpegPath(), matrixFilter: 'colorspace', logLevel: 'info' },
    [],
  );
  core.receive({ type: 'mediaPort', profileFolder: undefined }, [camera.port]);
  let requests = 0;
  const receive = (message: ToEngine | EngineCommand): void => {
    requests += 1;
    core.receive(engineMessage(message, requests), []);
  };
  receive({
    type: 'startBroadcast',
    encodings: [mainEncoding(profile)],
    destinations: options.targets.map((target) => ({ ...destinationOf(target), encodingId: MAIN_ID })),
    rehearse: false,
    isDynamicBitrate: options.isDynamicBitrate,
    drainMs: options.drainMs,
    shouldRetryFirst: true,
    ...(options.recordPath === undefined
      ? {}
      : { recording: { encodingId: MAIN_ID, path: options.recordPath, split: { by: 'never' as const } } }),
  });
  const input = createInterface({ input: process.stdin });
  input.on('line', (line) => receive(JSON.parse(line) as ToEngine | EngineCommand));
  await new Promise<void>((resolve) => input.once('close', resolve));
  camera.stop();
}

export interface EngineHost {
  readonly messages: readonly FromEngine[];
  samples(): readonly StatsSample[];
  tell(message: ToEngine | EngineCommand): void;
  until<T extends FromEngine['type']>(
    type: T,
    isIt: (message: Extract<FromEngine, { type: T }>) => boolean,
    deadlineMs: number,
  ): Promise<Extract<FromEngine, { type: T }>>;
  pause(isPaused: boolean): void;
  /** Ends the process: by itself when its broadcast is over, else by force. */
  close(): Promise<void>;
}

/** Starts `proof --host FILE` again, in a namespace where one is given. */
export function startEngineHost(proof: string, optionsPath: string, namespace?: string): EngineHost {
  const own = [process.execPath, process.argv[1] ?? '', proof, '--host', optionsPath];
  const [command = '', ...args] = namespace === undefined ? own : ['ip', 'netns', 'exec', namespace, ...own];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const messages: FromEngine[] = [];
  createInterface({ input: child.stdout }).on('line', (line) =>
    messages.push(JSON.parse(line) as FromEngine),
  );
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    messages,
    samples: () => messages.flatMap((message) => (message.type === 'sample' ? [message.sample] : [])),
    tell: (message) => void child.stdin.write(`${JSON.stringify(message)}\n`),
    async until(type, isIt, deadlineMs) {
      type Wanted = Extract<FromEngine, { type: typeof type }>;
      const look = () =>
        messages.find((message): message is Wanted => message.type === type && isIt(message as Wanted));
      await waitUntil(type, () => look() !== undefined, deadlineMs);
      const found = look();
      if (found === undefined) throw new Error(`no ${type}`);
      return found;
    },
    pause: (isPaused) => void child.kill(isPaused ? 'SIGSTOP' : 'SIGCONT'),
    async close() {
      child.stdin.end();
      const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
      await closed;
      clearTimeout(timer);
    },
  };
}
