/**
 * Picture against sound on a rig: a clip that flashes and beeps is played on a display and into a sound card, and captured as screen and
 * microphone by Upcast, by OBS and by ffmpeg alone, in turn. `--seconds 40 --rounds 3`. The first eight seconds of each are left
 * out: there the devices are opened and their delay is found.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startDesktop } from '../../support/computer/desktop.ts';
import { startSoundServer } from '../../support/computer/sound-server.ts';
import { ffmpegPath } from '../../support/media/ffmpeg.ts';
import { ffplayEnvironment, ffplayPath } from '../../support/media/ffplay.ts';
import { flashClip, flashDelays } from '../../support/media/flash-clip.ts';
import { obsCollection } from '../../support/obs/obs-collection.ts';
import { startObs } from '../../support/obs/obs-studio.ts';
import { median } from '../../support/processes/process-cost.ts';
import { startProcess, waitUntil } from '../../support/processes/processes.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { atLeast, atMost } from '../support/findings.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

const SIZE = { width: 1280, height: 720 };
const MICROPHONE = 'rig';
/**
 * Of the sound card, Hz. PulseAudio's null sink counts each of its blocks in whole microseconds: at 48 kHz it runs up to 300 ppm fast,
 * the more the shorter the blocks that somebody asks for, and the player follows it. Flashes then wander through the frames. Here each
 * sample is a whole number of microseconds.
 */
const CARD_HZ = 50_000;
/** The programs that capture take both processors: where the system allows it, the clip is shown in time all the same. */
const PLAYER_NICE = '-10';
/** From the least to the most delay of one start. */
const MAX_SPREAD_MS = 35;
const OBS_START_MS = 60_000;
/** Flashes, one a second: the delay of a device that was just opened is looked for in its first eight seconds (`ClockMapper`). */
const LEFT_OUT = 8;

type Program = 'upcast' | 'obs' | 'ffmpeg';

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const seconds = numberOption(argv, 'seconds', 40);
  const rounds = numberOption(argv, 'rounds', 3);
  const fps = numberOption(argv, 'fps', 30);
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-lip-sync-'));
  const server = await startNginx();
  const desktop = await startDesktop(SIZE.width, SIZE.height);
  const sound = await startSoundServer();
  try {
    await sound.plugIn({ name: MICROPHONE, label: 'Rig', rate: CARD_HZ });
    const env = { ...process.env, ...sound.env, DISPLAY: desktop.display };
    const player = startProcess(
      'nice',
      [
        ...['-n', PLAYER_NICE, ffplayPath(), '-v', 'error', '-noborder'],
        ...['-left', '0', '-top', '0', '-f', 'lavfi', flashClip()],
      ],
      { env: { ...env, ...ffplayEnvironment, SDL_AUDIODRIVER: 'pulse', PULSE_SINK: `${MICROPHONE}-in` } },
    );
    const capture: Readonly<Record<Program, (key: string) => Promise<void>>> = {
      async upcast(key) {
        const args = [
          ...['build/live.mjs', '--key-in-arguments', '--source', 'screen', '--audio', 'mic'],
          ...['--fps', String(fps), '--to', `${server.url}/${key}`, '--seconds', String(seconds)],
        ];
        const live = startProcess(process.execPath, args, {
          env: { ...env, UPCAST_USER_DATA: join(folder, 'user-data') },
        });
        if ((await live.exited) !== 0) throw new Error(live.output());
      },
      async obs(key) {
        const collection = obsCollection([
          {
            name: 'Screen',
            id: 'xshm_input',
            settings: { advanced: true, server: desktop.display, show_cursor: false },
          },
          { name: 'Microphone', id: 'pulse_input_capture', settings: { device_id: MICROPHONE } },
        ]);
        const obs = await startObs({
          ...SIZE,
          fps,
          videoKbps: 2500,
          server: server.url,
          key,
          collection,
          env: sound.env,
        });
        try {
          await waitUntil('OBS on air', async () => (await server.publishers()).includes(key), OBS_START_MS);
          await setTimeout(seconds * 1000);
        } finally {
          await obs.stop();
        }
      },
      async ffmpeg(key) {
        const grabbing = startProcess(
          ffmpegPath(),
          [
            ...[
              '-v',
              'error',
              '-f',
              'x11grab',
              '-framerate',
              String(fps),
              '-video_size',
              '1280x720',
              '-i',
              desktop.display,
            ],
            ...[
              '-f',
              'pulse',
              '-i',
              MICROPHONE,
              '-t',
              String(seconds),
              '-c:v',
              'libx264',
              '-preset',
              'veryfast',
            ],
            ...['-pix_fmt', 'yuv420p', '-b:v', '2500k', '-c:a', 'aac', '-f', 'flv', `${server.url}/${key}`],
          ],
          { env },
        );
        if ((await grabbing.exited) !== 0) throw new Error(grabbing.output());
      },
    };
    const all: Record<Program, number[]> = { upcast: [], obs: [], ffmpeg: [] };
    /** Of each round: where a program's frames lie against the flashes is another one with each start. */
    const spreads: Record<Program, number[]> = { upcast: [], obs: [], ffmpeg: [] };
    for (let round = 0; round < rounds; round += 1) {
      // The first one meets a player that has just started, and whose display isn't steady yet.
      for (const program of ['ffmpeg', 'upcast', 'obs'] as const) {
        await capture[program](`${program}-${round}`);
        const recording = await server.finishedRecording(`${program}-${round}`);
        const delays = (await flashDelays(recording)).slice(LEFT_OUT);
        all[program].push(...delays);
        spreads[program].push(spreadOf(delays));
        yield atLeast(
          `${program}, round ${round + 1}: ${told(delays)}; flashes found`,
          delays.length,
          seconds / 2,
        );
      }
    }
    const { upcast, obs, ffmpeg } = all;
    yield atMost(
      `Upcast: ${told(upcast)}, OBS: ${told(obs)}, ffmpeg: ${told(ffmpeg)}; median`,
      median(upcast),
      median(obs),
    );
    yield atMost(
      `Upcast: ms from the least to the most of each start, ${inWords(spreads.upcast)} (OBS ${inWords(spreads.obs)}, ffmpeg ${inWords(spreads.ffmpeg)}); the widest`,
      Math.max(...spreads.upcast),
      MAX_SPREAD_MS,
    );
    await player.stop('SIGKILL');
  } finally {
    await sound.stop();
    await desktop.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function spreadOf(delays: readonly number[]): number {
  return Math.max(...delays) - Math.min(...delays);
}

function inWords(milliseconds: readonly number[]): string {
  return milliseconds.map((each) => each.toFixed(1)).join(', ');
}

function told(delays: readonly number[]): string {
  const [least, middle, most] = [Math.min(...delays), median(delays), Math.max(...delays)].map(Math.round);
  return `picture ${middle} ms late (${least} to ${most})`;
}
