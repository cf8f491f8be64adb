/** Recordings of several tracks by the engine's commands, in real time: with a stream, in the middle of it, and alone. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import type { RecordedTrack } from '../../../shared/ipc/engine-control.ts';
import { MAIN_ID, mainEncoding } from '../../../shared/studio/document.ts';
import { EngineRig } from '../../support/engine/engine-rig.ts';
import { beginsAtMs, decodeSound } from '../../support/media/sound/decoded-sound.ts';
import { smallProfile as profile } from '../../unit/engine/encode/synthetic.ts';

const run = promisify(execFile);
const tracks: readonly RecordedTrack[] = [
  { trackId: 'main', name: 'Mix' },
  { trackId: 'track-2', name: 'Microphone' },
];
const encoding = mainEncoding(profile);

let rig: EngineRig;
afterEach(() => rig.end());

async function namesIn(path: string): Promise<readonly string[]> {
  const args = ['-v', 'error', '-select_streams', 'a', '-show_entries', 'stream_tags=handler_name'];
  const { stdout } = await run('ffprobe', [...args, '-of', 'csv=p=0', path]);
  return stdout.trim().split('\n');
}

function planOf(name: string) {
  return { encodingId: MAIN_ID, path: join(rig.folder, name), split: { by: 'never' as const }, tracks };
}

test('a page is asked for a track while a recording has it, and no longer', { timeout: 60_000 }, async () => {
  rig = await EngineRig.create(profile);
  await rig.goLive([], { isRecording: false });
  expect(rig.player.wantedTracks).toEqual(['main']);
  const recording = planOf('middle.mp4');
  expect(await rig.ask({ type: 'startRecording', recording, encoding })).not.toHaveProperty('error');
  await rig.until('the track', () => rig.player.wantedTracks.join() === 'main,track-2');
  const samples = rig.samples.length;
  await rig.until('some seconds', () => rig.samples.length > samples + 3);
  expect(await rig.ask({ type: 'stopRecording' })).not.toHaveProperty('error');
  await rig.until('no track', () => rig.player.wantedTracks.join() === 'main');
  expect(await namesIn(recording.path)).toEqual(['Mix', 'Microphone']);
  // Both have the same beeps: at the same times.
  const [mix, microphone] = [await decodeSound(recording.path, 0), await decodeSound(recording.path, 1)];
  const beeps = (sound: typeof mix): number | undefined =>
    beginsAtMs({ ...sound, samples: sound.samples.subarray(2.2 * sound.sampleRate) }, 0.05);
  expect(beeps(mix)).toBeDefined();
  expect(Math.abs((beeps(mix) ?? 0) - (beeps(microphone) ?? 1e9))).toBeLessThan(3);
  expect(await rig.ask({ type: 'endNow' })).not.toHaveProperty('error');
  expect(rig.faults).toEqual([]);
});

test('a track that no mixer has is refused before anything begins', { timeout: 60_000 }, async () => {
  rig = await EngineRig.create(profile);
  for (const wrong of [[{ trackId: 'track-9', name: '' }], [...tracks, ...tracks]]) {
    const recording = { ...planOf('a.mp4'), tracks: wrong };
    const answer = await rig.ask({ type: 'startRecording', recording, encoding });
    expect(answer.error?.code).toBe('input/bad-message');
  }
  expect(rig.snapshot?.encoders ?? []).toEqual([]);
});
