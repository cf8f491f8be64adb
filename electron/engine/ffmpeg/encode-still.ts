/**
 * A grey picture that stands still for two seconds, by an encoder of this machine: what the test of a destination sends
 * where the broadcast is set to a codec that cannot be written by hand.
 */
import { availableParallelism } from 'node:os';
import { codecOf, softwareEncoders } from '../../../shared/encoding/codec.ts';
import type { EncoderName } from '../../../shared/encoding/encoder-list.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { FlvDemuxer } from '../../rtmp/flv/demuxer.ts';
import type { MediaPacket } from '../../rtmp/flv/packet.ts';
import { buildStillArguments, stillFormat } from './ffmpeg-arguments.ts';
import { encodeToFlv, findFault } from './probe-encoders.ts';

export interface StillPicture {
  readonly width: number;
  readonly height: number;
  readonly configuration: Uint8Array;
  readonly frames: readonly MediaPacket[];
}

/**
 * By the encoder, or by the one that takes over from it; undefined when neither works here, which `log` hears of.
 * @throws the signal's reason when it is aborted.
 */
export async function encodeStill(
  ffmpegPath: string,
  encoder: EncoderName,
  { signal, log }: { readonly signal: AbortSignal; readonly log: (text: string) => void },
): Promise<StillPicture | undefined> {
  for (const one of new Set<EncoderName>([encoder, softwareEncoders[codecOf(encoder)]])) {
    try {
      const flv = await encodeToFlv(
        ffmpegPath,
        buildStillArguments(one, availableParallelism(), process.arch),
        signal,
      );
      const fault = findFault(flv, one);
      if (fault === undefined) return readStill(flv);
      log(`${one} is not used for the test: ${fault}`);
    } catch (error) {
      signal.throwIfAborted();
      log(`${one} is not used for the test: ${toAppError(error).message}`);
    }
  }
  return undefined;
}

function readStill(flv: Uint8Array): StillPicture {
  const video = new FlvDemuxer().push(flv).filter(({ kind }) => kind === 'video');
  const configuration = video.find(({ isSequenceHeader }) => isSequenceHeader)?.body ?? new Uint8Array();
  // Neither the end of the sequence nor what is said of colours is a picture.
  const frames = video.filter(({ tag }) => tag?.role === 'frame');
  return { width: stillFormat.width, height: stillFormat.height, configuration, frames };
}
