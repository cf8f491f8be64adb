/** Faults of an FLV file that was read anyway, counted by kind. Pure. */

/** Faults of an FLV file that was read anyway, counted by kind. */
export interface FaultCounts {
  /** Sizes after tags that don't match the tag. */
  wrongSizes: number;
  /** Places with bytes between two tags that belong to no tag. */
  damagedPlaces: number;
  bytesBetween: number;
  /** After the last tag. */
  bytesAtEnd: number;
  /** Of a last tag that isn't complete. */
  cutTagBytes: number;
  /** The file header disagrees with the file's media. */
  wrongFlags: number;
  /** File headers after the first. */
  repeatedHeaders: number;
  unknownTags: number;
  encryptedTags: number;
  /** Tags whose body ends inside its own header. */
  brokenTags: number;
}

export function noFaults(): FaultCounts {
  return {
    wrongSizes: 0,
    damagedPlaces: 0,
    bytesBetween: 0,
    bytesAtEnd: 0,
    cutTagBytes: 0,
    wrongFlags: 0,
    repeatedHeaders: 0,
    unknownTags: 0,
    encryptedTags: 0,
    brokenTags: 0,
  };
}
