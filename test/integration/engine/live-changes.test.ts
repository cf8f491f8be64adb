/** What can be changed while live, changed: the real engine to its own receiver, judged by what arrived there. */
import { expect, test } from 'vitest';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { readPackets } from '../../measure/decode.ts';
import { decideStepDown } from '../../../shared/encoding/step-down.ts';
import { readArrived } from '../../support/media/arrived.ts';
import { EngineRig } from '../../support/engine/engine-rig.ts';
import { sampleProcesses } from '../../support/processes/process-tree.ts';
import { MAIN_ID, mainEncoding } from '../../../shared/studio/document.ts';

const small = { ...defaultEncodingProfile, width: 640, height: 360, videoKbps: 900 };

test('bitrate, size, rate, preset and delay change while live: one connection, no gap, all of it decodes', async () => {
  const rig = await EngineRig.create(small);
  try {
    await rig.goLive();
    let now = small;
    for (const change of [
      { videoKbps: 300 },
      { fps: 15 },
      { width: 480, height: 270 },
      { preset: 'ultrafast' },
      { latency: 'quality' },
      { ...small },
    ] as const) {
      now = { ...now, ...change };
      rig.send({ type: 'changeProfile', encodingId: MAIN_ID, profile: now });
      await rig.until(
        `${JSON.stringify(change)} to take effect`,
        () => JSON.stringify(rig.snapshot?.encoders[0]?.profile) === JSON.stringify(now),
      );
      const frames = rig.samples.at(-1)?.encodedFrames ?? 0;
      await rig.until('its pictures', () => (rig.samples.at(-1)?.encodedFrames ?? 0) > frames + 10);
    }
    const { summary } = await rig.stop();
    expect(summary.destinations[0]).toMatchObject({ reconnects: 0, droppedFrames: 0 });
    const { packets } = await readPackets(rig.ffmpegPath, rig.recordingPath);
    const times = packets.filter(({ kind }) => kind === 'video').map(({ dtsSeconds }) => dtsSeconds * 1000);
    const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(0);
    // With B-frames decode times run two frames ahead of what is shown; without them again, they jump to it.
    expect(Math.max(...steps)).toBeLessThan(3.5 * (1000 / 15));
    expect(rig.complaints).toEqual([]);
    const { decodeErrors, largestSoundGapMs } = await readArrived(rig.ffmpegPath, rig.recordPath);
    expect(decodeErrors).toBe('');
    expect(largestSoundGapMs).toBeLessThan(25);
  } finally {
    rig.end();
  }
});

test('a probe of the encoders gives way to the broadcast, and tells what it found when it is left alone', async () => {
  const rig = await EngineRig.create(small);
  try {
    rig.send({ type: 'probeEncoders' });
    await rig.goLive();
    await rig.until('the answer', () => rig.probed.length === 1);
    expect(rig.probed[0]).toBeUndefined();
    await rig.stop();
    rig.send({ type: 'probeEncoders' });
    await rig.until('what was found', () => rig.probed.length === 2);
    expect(rig.probed[1]?.find(({ encoder }) => encoder === 'libx264')).toMatchObject({ isWorking: true });
  } finally {
    rig.end();
  }
});

test('an encoder that does not keep up is told of, skips frames and no sound, and the step down takes effect', async () => {
  const rig = await EngineRig.create(small);
  try {
    await rig.goLive();
    // Until then it may hold more frames than the page has credits for.
    await rig.until('an encoder in step', () => (rig.samples.at(-1)?.encodedFrames ?? 0) > 30);
    const encoders = sampleProcesses(process.pid).filter(({ part }) => part === 'ffmpeg');
    for (const { pid } of encoders) process.kill(pid, 'SIGSTOP');
    try {
      await rig.until('the lag to be seen', () => (rig.snapshot?.encoders[0]?.lag?.skippedFrames ?? 0) > 0);
    } finally {
      for (const { pid } of encoders) process.kill(pid, 'SIGCONT');
    }
    expect(rig.events.some(({ code }) => code === 'encodingOverloaded')).toBe(true);
    const { profile, lag } = rig.snapshot?.encoders[0] ?? {};
    const step = decideStepDown(profile ?? small, lag?.capacity ?? 1, true);
    if (step === undefined) throw new Error('there is a step down from here');
    rig.send({ type: 'changeProfile', encodingId: MAIN_ID, profile: step });
    await rig.until(
      'the step down',
      () => JSON.stringify(rig.snapshot?.encoders[0]?.profile) === JSON.stringify(step),
    );
    const { summary } = await rig.stop();
    expect(summary.skippedFrames).toBeGreaterThan(0);
    expect(summary.destinations[0]?.reconnects).toBe(0);
    const { decodeErrors, largestSoundGapMs } = await readArrived(rig.ffmpegPath, rig.recordingPath);
    expect(decodeErrors).toBe('');
    expect(largestSoundGapMs).toBeLessThan(25);
  } finally {
    rig.end();
  }
});

test('an encoder that hangs while live is noticed and replaced: the sound unbroken, the connection untouched', async () => {
  const rig = await EngineRig.create(small);
  try {
    await rig.goLive();
    const encoders = sampleProcesses(process.pid).filter(({ part }) => part === 'ffmpeg');
    for (const { pid } of encoders) process.kill(pid, 'SIGSTOP');
    await rig.until('another encoder', () => rig.events.some(({ kind }) => kind === 'encoderRestarted'));
    const { error } = rig.events.find(({ kind }) => kind === 'encoderRestarted') ?? {};
    expect(error?.code).toBe('encoder/stalled');
    const frames = rig.samples.at(-1)?.encodedFrames ?? 0;
    await rig.until('its pictures', () => (rig.samples.at(-1)?.encodedFrames ?? 0) > frames + 30);
    const { summary } = await rig.stop();
    expect(summary.destinations[0]).toMatchObject({ reconnects: 0 });
    const { report, decodeErrors, largestSoundGapMs } = await readArrived(rig.ffmpegPath, rig.recordingPath);
    expect(decodeErrors).toBe('');
    expect(largestSoundGapMs).toBeLessThan(25);
    expect(report.pace.timestampsBack).toBe(0);
  } finally {
    rig.end();
  }
});

test('a stream that is stopped while its start still waits never begins', async () => {
  const rig = await EngineRig.create(small);
  try {
    rig.player.start();
    rig.send({
      type: 'startBroadcast',
      encodings: [mainEncoding(small)],
      destinations: [],
      rehearse: {
        encodingId: MAIN_ID,
        name: 'Rehearsal',
        protocol: 'rtmps',
        recordingPath: rig.recordingPath,
      },
      isDynamicBitrate: false,
      drainMs: 1000,
      shouldRetryFirst: false,
    });
    rig.send({ type: 'stopBroadcast' });
    await rig.until('the refusal', () => rig.complaints.includes('internal/aborted'));
    expect(rig.events.some(({ kind }) => kind === 'broadcastStarted')).toBe(false);
    expect(rig.snapshot?.broadcast.phase ?? 'idle').toBe('idle');
    await rig.goLive();
    await rig.stop();
  } finally {
    rig.end();
  }
});
