/** Packets for tests: bodies of a given size, no codec inside. */
import type { EncodedPacket } from '../../../../../electron/engine/encode/encoded-packet.ts';

export function packet(overrides: Partial<EncodedPacket>): EncodedPacket {
  const { body = new Uint8Array(1000) } = overrides;
  return {
    kind: 'video',
    timestampMs: 0,
    body,
    encodingId: 'main',
    codec: '',
    data: body,
    compositionMs: 0,
    isKeyframe: false,
    isSequenceHeader: false,
    isDisposable: false,
    ...overrides,
  };
}

export const videoHeader = packet({ isSequenceHeader: true, isKeyframe: true, body: new Uint8Array(40) });
export const audioHeader = packet({ kind: 'audio', isSequenceHeader: true, body: new Uint8Array(4) });
export const metadata = packet({ kind: 'script', body: new Uint8Array(100) });

/** 25 frames and 25 sound packets a second, a keyframe each two seconds; every third frame disposable. */
export function* mediaBetween(fromMs: number, toMs: number): Generator<EncodedPacket> {
  for (let atMs = fromMs; atMs < toMs; atMs += 40) {
    const isKeyframe = atMs % 2000 === 0;
    yield packet({ timestampMs: atMs, isKeyframe, isDisposable: !isKeyframe && (atMs / 40) % 3 === 0 });
    yield packet({ kind: 'audio', timestampMs: atMs, body: new Uint8Array(100) });
  }
}
