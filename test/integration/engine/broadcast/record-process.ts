/**
 * A process of its own that records a media file at the pace of a live program, to be killed or to run out of disk.
 * Arguments: media file, recording, folder that what was written is copied to when the recording fails; `at-once` pushes all without pace.
 * Prints `at MS` after each packet and `failed CODE` when the recording has stopped by itself.
 */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Program } from '../../../../electron/engine/outputs/program.ts';
import { systemClock } from '../../../../electron/engine/broadcast/system-clock.ts';
import { Recorder } from '../../../../electron/engine/outputs/record/recorder.ts';
import type { EncodedPacket } from '../../../../electron/engine/encode/encoded-packet.ts';
import { play, readFlv } from './media.ts';

const [mediaPath = '', recordingPath = '', rescueFolder = '', pace = ''] = process.argv.slice(2);
const program = new Program(systemClock);
const recorder = new Recorder({
  program,
  clock: systemClock,
  onChange: () => {},
  onLog: () => {},
  onReport: ({ code, details }, error) =>
    process.stdout.write(`${code} ${JSON.stringify(details)} ${error?.message ?? ''}\n`),
});
await recorder.start(recordingPath);
let pushed = 0;
function push(packet: EncodedPacket): void {
  program.push(packet);
  pushed += 1;
  process.stdout.write(`at ${packet.timestampMs}\n`);
}
const packets = readFlv(mediaPath);
if (pace === 'at-once') packets.forEach(push);
else await play(packets, push, () => recorder.view.phase === 'failed');
await recorder.stop();
const { view } = recorder;
if (view.phase === 'failed') {
  await copyFile(view.path, join(rescueFolder, 'rescued.mp4'));
  process.stdout.write(`failed ${view.error.code} after ${pushed}\n`);
}
