/** A PulseAudio of its own for tests, with microphones whose sound the test makes. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ffmpegPath } from '../media/ffmpeg.ts';
import { startProcess, waitUntil } from '../processes/processes.ts';
import type { RunningProcess } from '../processes/processes.ts';
import { watchSound } from './sound-watch.ts';
import type { SoundWatch } from './sound-watch.ts';

const run = promisify(execFile);

export interface Microphone {
  readonly name: string;
  /** What the system calls it. */
  readonly label: string;
  /** Of its sound card, Hz: 48,000 when absent. */
  readonly rate?: number;
}

export interface SoundServer {
  /** For the environment of what is to use it. */
  readonly env: Readonly<Record<string, string>>;
  plugIn(microphone: Microphone): Promise<void>;
  /** What is played to a microphone of this name is what the computer plays. */
  useAsSpeakers(name: string): Promise<void>;
  /** Writes what is played to a microphone of this name, for more than a second, to a file. */
  record(name: string): Promise<string>;
  /** Records a source of the server until the watch is stopped. */
  watch(source: string): SoundWatch;
  /** By name. */
  unplug(name: string): Promise<void>;
  /** Plays ffmpeg's `aevalsrc` into a microphone until it is stopped. */
  play(name: string, expression: string): Promise<RunningProcess>;
  /** An application of this name plays `aevalsrc` on what is a microphone's sink, for at most two minutes. */
  playAs(application: string, name: string, expression: string): Promise<RunningProcess>;
  /** All that plays goes on on the sink of this name. */
  movePlayers(name: string): Promise<void>;
  /** The server ends, with all that is plugged in, and another one starts in its place. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface SoundServerOptions {
  /** Samples a second of the server; Chromium takes it for every microphone's. */
  readonly rate?: number;
}

export async function startSoundServer({ rate }: SoundServerOptions = {}): Promise<SoundServer> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-pulse-'));
  const configuration = join(folder, 'daemon.conf');
  writeFileSync(configuration, rate === undefined ? '' : `default-sample-rate = ${rate}\n`);
  const socket = join(folder, 'native');
  const env = {
    PULSE_SERVER: `unix:${socket}`,
    PULSE_RUNTIME_PATH: folder,
    PULSE_STATE_PATH: folder,
    PULSE_COOKIE: join(folder, 'cookie'),
  };
  const modules = new Map<string, readonly string[]>();
  let clips = 0;
  const pactl = async (...args: readonly string[]): Promise<string> =>
    (await run('pactl', [...args], { env: { ...process.env, ...env } })).stdout.trim();
  const start = async (): Promise<RunningProcess> => {
    const server = startProcess(
      'pulseaudio',
      [
        ...['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no', '--disallow-exit'],
        ...['-L', `module-native-protocol-unix socket=${socket} auth-anonymous=1`],
      ],
      { env: { ...process.env, ...env, PULSE_CONFIG: configuration } },
    );
    await waitUntil('PulseAudio', async () => {
      try {
        await pactl('info');
        return true;
      } catch {
        return false;
      }
    });
    return server;
  };
  let server = await start();
  return {
    env,
    async plugIn({ name, label, rate: cardRate = 48_000 }) {
      const sink = `sink_name=${name}-in rate=${cardRate} channels=2 sink_properties=device.description=${name}-in`;
      const loaded = [await pactl('load-module', 'module-null-sink', ...sink.split(' '))];
      loaded.push(
        await pactl(
          'load-module',
          'module-remap-source',
          `master=${name}-in.monitor`,
          `source_name=${name}`,
          `source_properties='device.description="${label}"'`,
        ),
      );
      modules.set(name, loaded);
    },
    async useAsSpeakers(name) {
      await pactl('set-default-sink', `${name}-in`);
    },
    async record(name) {
      const file = join(folder, `${name}.wav`);
      await run(
        ffmpegPath(),
        ['-v', 'error', '-f', 'pulse', '-i', `${name}-in.monitor`, '-t', '1.5', '-y', file],
        { env: { ...process.env, ...env } },
      );
      return file;
    },
    watch: (source) => watchSound(source, env),
    async unplug(name) {
      for (const id of (modules.get(name) ?? []).toReversed()) await pactl('unload-module', id);
      modules.delete(name);
    },
    async play(name, expression) {
      const source = `aevalsrc=${expression}:s=48000:c=stereo`;
      const player = startProcess(
        ffmpegPath(),
        ['-v', 'error', '-re', '-f', 'lavfi', '-i', source, '-f', 'pulse', '-device', `${name}-in`, 'test'],
        { env: { ...process.env, ...env } },
      );
      await waitUntil(`sound on ${name}`, async () => (await pactl('list', 'short', 'sink-inputs')) !== '');
      return player;
    },
    async playAs(application, name, expression) {
      clips += 1;
      const file = join(folder, `clip-${clips}.wav`);
      const source = `aevalsrc=${expression}:s=48000:c=stereo:d=120`;
      await run(ffmpegPath(), ['-v', 'error', '-f', 'lavfi', '-i', source, '-y', file]);
      const player = startProcess('paplay', [`--client-name=${application}`, `--device=${name}-in`, file], {
        env: { ...process.env, ...env },
      });
      const isPlaying = async (): Promise<boolean> =>
        (await pactl('list', 'sink-inputs')).includes(`application.name = "${application}"`);
      await waitUntil(`${application} on ${name}`, isPlaying);
      return player;
    },
    async movePlayers(name) {
      const inputs = (await pactl('list', 'short', 'sink-inputs')).split('\n');
      for (const line of inputs) await pactl('move-sink-input', line.split('\t')[0] ?? '', `${name}-in`);
    },
    async restart() {
      await server.stop('SIGKILL');
      modules.clear();
      rmSync(socket, { force: true });
      server = await start();
    },
    async stop() {
      await server.stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
