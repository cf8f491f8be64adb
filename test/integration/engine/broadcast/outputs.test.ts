/** What holds for every kind of output, and how each takes the program's packets. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Program } from '../../../../electron/engine/outputs/program.ts';
import { systemClock } from '../../../../electron/engine/broadcast/system-clock.ts';
import type { EncodedPacket } from '../../../../electron/engine/encode/encoded-packet.ts';
import { DestinationLink } from '../../../../electron/engine/outputs/link/destination-link.ts';
import { defaultQueueLimits } from '../../../../electron/engine/outputs/link/send-queue.ts';
import type { Output } from '../../../../electron/engine/outputs/output.ts';
import { Recording } from '../../../../electron/engine/outputs/record/recording.ts';
import { rtmpDriver } from '../../../../electron/engine/outputs/rtmp/rtmp-driver.ts';
import { Rehearsal } from '../../../../electron/engine/rehearsal/rehearsal.ts';
import { makeFlv } from '../../../support/media/ffmpeg.ts';
import { waitUntil } from '../../../support/processes/processes.ts';
import { readFlv } from './media.ts';
import { OutputClock } from '../../../../shared/media/timeline.ts';

let folder: string;
let packets: readonly EncodedPacket[];
let receiver: Rehearsal;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-outputs-'));
  await makeFlv(join(folder, 'plain.flv'), { seconds: 2 });
  packets = readFlv(join(folder, 'plain.flv'));
  receiver = makeRehearsal();
  await receiver.open();
});

afterAll(async () => {
  await receiver.end();
  rmSync(folder, { recursive: true, force: true });
});

function makeRehearsal(): Rehearsal {
  return new Rehearsal({ name: 'Rehearsal', protocol: 'rtmp', captureTimeMs: (timestampMs) => timestampMs });
}

function makeDestination(program: Program): DestinationLink {
  const destination = receiver.destination();
  return new DestinationLink({
    kind: 'destination',
    id: 'one',
    name: 'One',
    destination,
    url: destination.url,
    shouldRetryFirst: false,
    program,
    videoCodec: 'h264',
    limits: defaultQueueLimits,
    base: new OutputClock(),
    driver: rtmpDriver,
    clock: systemClock,
    random: () => 0.5,
    log: () => {},
    takenMs: () => [],
    onChange: () => {},
    onSent: () => {},
    onReport: () => {},
    onServerMessage: () => {},
  });
}

function makeRecording(program: Program): Recording {
  const recording = new Recording({
    path: join(folder, 'recording.mp4'),
    plan: {},
    clock: systemClock,
    onSplit: () => {},
    onFailed: (error) => {
      throw error;
    },
  });
  program.attach(recording);
  return recording;
}

function attachRehearsal(program: Program): Rehearsal {
  const rehearsal = makeRehearsal();
  program.attach(rehearsal);
  return rehearsal;
}

describe.each<[string, (program: Program) => Output, readonly string[]]>([
  ['a destination', makeDestination, ['dns', 'tcp', 'tls', 'handshake', 'connect', 'publish']],
  ['a recording', makeRecording, []],
  ['a rehearsal', attachRehearsal, []],
])('%s', (_kind, make, steps) => {
  test('names its steps, takes packets before, while and after it is open, counts what left, and ends', async () => {
    const program = new Program(systemClock);
    const output = make(program);
    expect(output.steps).toEqual(steps);
    // Before it is open, packets do no harm.
    for (const packet of packets.slice(0, 5)) program.push(packet);
    await output.open();
    const goOn = (): boolean => {
      for (const packet of packets) program.push(packet);
      return output.statistics().sentFrames > 0 && output.statistics().sentBytes > 0;
    };
    await waitUntil('packets leave', goOn, 10_000);
    expect(output.health).toEqual({ status: 'healthy' });
    await output.end({ drainMs: 2000 });
    for (const packet of packets.slice(0, 5)) program.push(packet);
  });
});
