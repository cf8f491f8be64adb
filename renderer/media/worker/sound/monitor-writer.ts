/** Writes the headphones' mix to the page's track. What finds no room is left out: the headphones are not to fall behind. */
import type { AudioBlock } from '../../../../shared/media/media-port.ts';

export class MonitorWriter {
  #writer: WritableStreamDefaultWriter<AudioData> | undefined;

  /** In place of the track before. */
  open(writable: WritableStream<AudioData>): void {
    this.close();
    this.#writer = writable.getWriter();
  }

  /** The block's bytes are copied. */
  write({ timestampUs, sampleRate, channels, data }: AudioBlock): void {
    const writer = this.#writer;
    if (writer === undefined || (writer.desiredSize ?? 0) <= 0) return;
    const numberOfFrames = data.byteLength / Float32Array.BYTES_PER_ELEMENT / channels;
    const shape = { format: 'f32', sampleRate, numberOfFrames, numberOfChannels: channels } as const;
    // A track that has ended refuses: the page opens another one.
    writer.write(new AudioData({ ...shape, timestamp: timestampUs, data })).catch(() => undefined);
  }

  close(): void {
    this.#writer?.abort().catch(() => undefined);
    this.#writer = undefined;
  }
}
