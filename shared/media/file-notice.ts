/** What was odd about a media file that was read anyway: codes with counts. The sentences are `shared/text/en/media-file.ts`. */

/** Kinds of faults and edits of a media file. */
export type FileNoticeCode =
  /** Sizes after tags that don't match the tag. */
  | 'wrongSizes'
  /** The file header disagrees with the file's media. */
  | 'wrongFlags'
  | 'repeatedHeaders'
  /** Bytes between two tags that belong to no tag; `places` counts the gaps. */
  | 'bytesBetween'
  | 'bytesAtEnd'
  /** Bytes of a last tag that isn't complete. */
  | 'cutTagBytes'
  | 'unknownTags'
  | 'encryptedTags'
  /** Tags whose body ends inside its own header. */
  | 'brokenTags'
  /** Gaps in the timestamps that were skipped. */
  | 'gaps'
  /** Timestamps that started over. */
  | 'restarts'
  /** Audio that was encoded to AAC, since RTMP can't carry `codec`. */
  | 'audioEncoded'
  /** Video by `count` degrees, which FLV can't say. */
  | 'videoRotated'
  /** H.264 in a pixel format, `codec`, that few players decode. */
  | 'videoFormat'
  /** The file stops before its own end. */
  | 'endsEarly';

/** One kind of fault or edit, counted over the whole file. */
export interface FileNotice {
  readonly code: FileNoticeCode;
  readonly count: number;
  readonly places?: number;
  /** ffmpeg's name for it. */
  readonly codec?: string;
  /** The longest gap that is kept. */
  readonly longestGapMs?: number;
}
