/** Eight destinations at once, of every kind of server: every recording is whole. `--seconds 60 --kbps 2500`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '../../support/processes/processes.ts';
import { destinationOf, observeBroadcast } from '../support/destinations.ts';
import { judgeRecording } from '../support/judge.ts';
import { makeProgram, playProgram } from '../support/program.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';
import { startServerPark } from '../support/server-park.ts';

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const lengthMs = numberOption(argv, 'seconds', 60) * 1000;
  const program = await makeProgram(numberOption(argv, 'kbps', 2500));
  const folder = mkdtempSync(join(tmpdir(), 'upcast-prove-eight-'));
  const park = await startServerPark();
  const { broadcast, summaries } = observeBroadcast();
  try {
    broadcast.start({
      destinations: park.places.map(({ target }) => destinationOf(target)),
      shouldRetryFirst: false,
      drainMs: 10_000,
      isDynamicBitrate: false,
      videoKbps: 2500,
      audioKbps: 128,
      videoCodec: 'h264',
    });
    const recording = await broadcast.startRecording(join(folder, 'take.mp4'));
    await waitUntil('all eight to be live', () =>
      broadcast.snapshot().destinations.every(({ state }) => state.phase === 'live'),
    );
    const played = await playProgram(program, (packet) => broadcast.program.push(packet), { lengthMs });
    broadcast.stop();
    await waitUntil('the end', () => broadcast.state.phase === 'idle', 15_000);
    await broadcast.stopRecording();
    for (const place of park.places) {
      const judged = await judgeRecording(await place.recording());
      const total = summaries[0]?.destinations.find(({ id }) => id === place.target.key);
      const kind = `${place.server}${place.isTls ? ' over TLS' : ''}`;
      yield {
        promise: `every recording whole: ${kind}`,
        seen: `${judged.videoFrames} frames of ${played.videoFrames}, ${judged.audioFrames} of sound, ${total?.droppedFrames ?? '?'} dropped`,
        holds: judged.videoFrames === played.videoFrames && judged.isGrowing && judged.beginsWithKeyframe,
      };
    }
    const own = await judgeRecording(recording);
    yield {
      promise: 'the own recording is whole',
      seen: `${own.videoFrames} frames of ${played.videoFrames}; the program was at most ${Math.round(played.latestMs)} ms late`,
      holds: own.videoFrames === played.videoFrames && own.isGrowing,
    };
  } finally {
    await broadcast.dispose();
    await park.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
