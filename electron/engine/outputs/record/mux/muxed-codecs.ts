/** The codecs of a file, from its first headers on, and where its time begins. */
import { concatBytes } from '../../../../../shared/bytes.ts';
import { OutputClock } from '../../../../../shared/media/timeline.ts';
import type { EncodedPacket } from '../../../encode/encoded-packet.ts';
import { isSameConfig, parameterSetsOf, parseAudioConfig, parseVideoConfig } from './codec-config.ts';
import type { AudioConfig, VideoConfig } from './codec-config.ts';

export class MuxedCodecs {
  readonly clock = new OutputClock();
  #video: VideoConfig | undefined;
  #audio: AudioConfig | undefined;
  /** Parameter sets that came after the file's beginning: put before each keyframe. */
  #laterParameterSets: Uint8Array | undefined;
  #isStarted = false;

  get video(): VideoConfig | undefined {
    return this.#video;
  }

  get audio(): AudioConfig | undefined {
    return this.#audio;
  }

  get isStarted(): boolean {
    return this.#isStarted;
  }

  /** False when this header cannot go on in the same file: another codec, size or sound. */
  accepts(header: EncodedPacket): boolean {
    if (!this.#isStarted) return true;
    if (header.kind === 'audio') {
      return this.#audio !== undefined && isSameConfig(this.#audio, parseAudioConfig(header));
    }
    const next = parseVideoConfig(header);
    const known = this.#video;
    if (!known || known.codec !== next.codec || known.width !== next.width || known.height !== next.height)
      return false;
    return isSameConfig(known, next) || known.codec !== 'av01';
  }

  /** The bytes that a packet completes: the file's head with the first frame, and what `add` gives for each frame. */
  push(
    packet: EncodedPacket,
    { buildHead, add }: { buildHead(): Uint8Array; add(): Uint8Array | undefined },
  ): Uint8Array | undefined {
    if (packet.kind === 'script') return undefined;
    if (packet.isSequenceHeader) {
      this.#takeHeader(packet);
      return undefined;
    }
    const head = this.#begins(packet) ? buildHead() : undefined;
    if (!this.#isStarted) return undefined;
    const media = add();
    return head && media ? concatBytes([head, media]) : (head ?? media);
  }

  /** Of a picture, as it stands in the file. */
  pictureData({ data, isKeyframe }: EncodedPacket): Uint8Array {
    return isKeyframe && this.#laterParameterSets ? concatBytes([this.#laterParameterSets, data]) : data;
  }

  #takeHeader(packet: EncodedPacket): void {
    if (packet.kind === 'audio') {
      this.#audio ??= parseAudioConfig(packet);
      return;
    }
    const config = parseVideoConfig(packet);
    if (!this.#isStarted || !this.#video) this.#video = config;
    else this.#laterParameterSets = isSameConfig(this.#video, config) ? undefined : parameterSetsOf(config);
  }

  /** Whether the file begins with this packet: with the first keyframe, or with the first sound where there is no picture. */
  #begins(packet: EncodedPacket): boolean {
    if (this.#isStarted) return false;
    const isStart = this.#video ? packet.kind === 'video' && packet.isKeyframe : this.#audio !== undefined;
    if (!isStart) return false;
    this.#isStarted = true;
    this.clock.start(packet.timestampMs);
    return true;
  }
}
