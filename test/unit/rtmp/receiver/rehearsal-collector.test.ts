import { describe, expect, it } from 'vitest';
import { RehearsalCollector } from '../../../../electron/rtmp/receiver/rehearsal-collector.ts';
import { PacketClassifier } from '../../../../electron/rtmp/flv/classify.ts';
import type { ParsedPacket } from '../../../../electron/rtmp/flv/packet.ts';

const classifier = new PacketClassifier();

function received(kind: 'audio' | 'video', timestampMs: number, body: Uint8Array): ParsedPacket {
  const packet = classifier.classify(kind, timestampMs, body);
  if (packet === undefined) throw new Error('the packet has no content');
  return packet;
}

function video(timestampMs: number, isKeyframe: boolean, sizeBytes = 1000): ParsedPacket {
  const body = new Uint8Array(sizeBytes);
  body.set([isKeyframe ? 0x17 : 0x27, 1, 0, 0, 0]);
  return received('video', timestampMs, body);
}

function audio(timestampMs: number): ParsedPacket {
  const body = new Uint8Array(400);
  body.set([0xaf, 1]);
  return received('audio', timestampMs, body);
}

function collect(packets: readonly ParsedPacket[]): RehearsalCollector {
  const collector = new RehearsalCollector({ startedMs: 0, protocol: 'rtmp' });
  collector.add(received('audio', 0, Uint8Array.of(0xaf, 0, 0x11, 0x90)));
  for (const packet of packets) collector.add(packet);
  return collector;
}

function tenSeconds(keyframeEvery = 60, skip: readonly number[] = []): readonly ParsedPacket[] {
  const pictures = Array.from({ length: 300 }, (_, index) => index)
    .filter((index) => !skip.includes(index))
    .map((index) => video(Math.round((index * 1000) / 30), index % keyframeEvery === 0));
  const sound = Array.from({ length: 469 }, (_, index) => audio(Math.round((index * 1024) / 48)));
  return [...pictures, ...sound].sort((left, right) => left.timestampMs - right.timestampMs);
}

describe('rehearsal collector', () => {
  it('counts, spaces and weighs a clean take', () => {
    const report = collect(tenSeconds()).report();
    expect(report.video).toMatchObject({
      frames: 300,
      averageKbps: 240,
      gaps: 0,
      hasBFrames: false,
      keyframeSeconds: { minimum: 2, median: 2, maximum: 2 },
    });
    expect(report.video?.fps).toBeCloseTo(30, 1);
    expect(report.audio).toMatchObject({ codec: 'AAC-LC', sampleRate: 48000, channels: 2, gaps: 0 });
    expect(report.lengthDifferenceMs).toBeLessThan(60);
    expect(report.findings.filter(({ level }) => level === 'problem')).toEqual([]);
  });

  it('finds gaps, wide keyframes and missing sound', () => {
    const report = collect(tenSeconds(150, [100, 101, 200])).report();
    expect(report.video?.gaps).toBe(2);
    expect(report.findings).toContainEqual(
      expect.objectContaining({ level: 'problem', code: 'keyframesTooFar' }),
    );
    const silent = collect(tenSeconds().filter(({ kind }) => kind === 'video')).report();
    expect(silent.findings[0]?.code).toBe('noAudio');
  });
});
