/** A part of the headphones' mix on its way from the capture worker to the audio thread; answered with an empty message. */
export interface MonitorBlock {
  /** Float32, interleaved, two sides. */
  readonly samples: ArrayBuffer;
}
