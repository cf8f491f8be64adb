/** A picture of the program near a clap. */
export interface ClapPicture {
  /** Later than the sound, ms; before it where negative. */
  readonly laterMs: number;
  readonly picture: ImageBitmap;
}
