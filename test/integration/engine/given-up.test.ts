/** An encoder that is given up, in each circumstance: told, files whole, and the next stream sends frames. */
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { EngineRig } from '../../support/engine/engine-rig.ts';
import { strictDecodeErrors } from '../../support/media/ffmpeg.ts';
import { sampleProcesses } from '../../support/processes/process-tree.ts';
import { MAIN_ID, mainEncoding } from '../../../shared/studio/document.ts';

const profile = { ...defaultEncodingProfile, width: 320, height: 180, videoKbps: 400 };

/** An ffmpeg that no longer starts once `stopFile` is there. */
function breakable(rig: EngineRig) {
  const stopFile = join(rig.folder, 'broken');
  const path = join(rig.folder, 'ffmpeg');
  writeFileSync(path, `#!/bin/sh\n[ -e '${stopFile}' ] && exit 1\nexec '${rig.ffmpegPath}' "$@"\n`);
  chmodSync(path, 0o755);
  return {
    path,
    giveUp: async () => {
      writeFileSync(stopFile, '');
      for (const { pid, part } of sampleProcesses(process.pid))
        if (part === 'ffmpeg') process.kill(pid, 'SIGKILL');
      await rig.until('the end of the encoder', () =>
        rig.events.some(({ kind }) => kind === 'encoderFailed'),
      );
    },
    mend: () => rmSync(stopFile),
  };
}

const byHand = (rig: EngineRig, path: string): void => {
  rig.send({
    type: 'startRecording',
    recording: { encodingId: MAIN_ID, path, split: { by: 'never' } },
    encoding: mainEncoding(profile),
  });
};

test.each([
  {
    name: 'alone in a rehearsal',
    isLive: true,
    recording: 'none',
    ends: { isOnAir: true, isRecording: false },
  },
  {
    name: 'with a recording of the stream',
    isLive: true,
    recording: 'withStream',
    ends: { isOnAir: true, isRecording: true },
  },
  {
    name: 'with a recording started by hand',
    isLive: true,
    recording: 'byHand',
    ends: { isOnAir: true, isRecording: true },
  },
  {
    name: 'while only a recording runs',
    isLive: false,
    recording: 'byHand',
    ends: { isOnAir: false, isRecording: true },
  },
] as const)(
  '$name: it is told, what was recorded is whole, the next stream sends frames',
  async (circumstance) => {
    const rig = await EngineRig.create(profile);
    try {
      const ffmpeg = breakable(rig);
      rig.send({ type: 'configure', ffmpegPath: ffmpeg.path, matrixFilter: 'scale', logLevel: 'info' });
      const { isLive, recording, ends } = circumstance;
      if (isLive) await rig.goLive([], { isRecording: recording === 'withStream' });
      else rig.player.start();
      if (recording === 'byHand') byHand(rig, rig.recordPath);
      if (recording !== 'none') {
        await rig.until('a recording', () => {
          const recorder = rig.snapshot?.recorder;
          return recorder?.phase === 'recording' && recorder.bytes > 60_000;
        });
      }
      await ffmpeg.giveUp();
      await rig.until('everything to be over', () => {
        const { broadcast, recorder } = rig.snapshot ?? {};
        return broadcast?.phase === 'idle' && (recorder?.phase === 'off' || recorder?.phase === 'failed');
      });
      const told = rig.events.find(({ kind }) => kind === 'encoderFailed');
      expect(told?.details).toEqual(ends);
      expect(rig.snapshot?.broadcast).toMatchObject({ lastError: { code: told?.error?.code } });
      expect(existsSync(rig.recordPath)).toBe(recording !== 'none');
      if (recording !== 'none') expect(await strictDecodeErrors(rig.recordPath)).toBe('');

      ffmpeg.mend();
      const before = rig.samples.length;
      await rig.goLive([], { isRecording: false });
      await rig.until('frames of the next stream', () =>
        rig.samples.slice(before).some(({ encodedFrames, destinations }) => {
          return encodedFrames > 10 && (destinations[0]?.sentFrames ?? 0) > 10;
        }),
      );
      expect(rig.faults).toEqual([]);
    } finally {
      rig.end();
    }
  },
);
