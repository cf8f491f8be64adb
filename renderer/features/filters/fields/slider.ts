/** One number of a filter as a slider. */
export interface Slider {
  /** In the filter's settings. */
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly decimals: number;
}

/** Names of the texts that are plain words. */
export type PlainText<Texts> = {
  [Name in keyof Texts]: Texts[Name] extends string ? Name : never;
}[keyof Texts];
