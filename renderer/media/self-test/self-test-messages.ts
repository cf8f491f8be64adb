/** What the page and the worker of the self-test tell each other. */
import type { SelfTestRow } from '../../../shared/self-test/self-test.ts';

/** A track's frames, of which the first is converted as the program's are. */
export interface ToSelfTestWorker {
  readonly id: number;
  /** Absent: the worker's own checks. */
  readonly readable?: ReadableStream<VideoFrame>;
}

export interface ConvertedFrame {
  /** That the frame came in; undefined where only a canvas can read it. */
  readonly format: string | undefined;
  readonly width: number;
  readonly height: number;
  /** In the middle of the converted picture. */
  readonly luma: number;
  readonly colour: string;
}

export type FromSelfTestWorker =
  | { readonly id: number; readonly type: 'converted'; readonly frame: ConvertedFrame }
  | { readonly id: number; readonly type: 'rows'; readonly rows: readonly SelfTestRow[] }
  | { readonly id: number; readonly type: 'failed'; readonly message: string };
