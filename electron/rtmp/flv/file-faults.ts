/** What is wrong with an FLV file that was read all the same: counts, and one sentence for each kind. Pure. */

export interface FaultCounts {
  /** Sizes behind tags that are not the tag's. */
  wrongSizes: number;
  /** Places with bytes between two tags that are no tag. */
  damagedPlaces: number;
  bytesBetween: number;
  /** Behind the last tag. */
  bytesAtEnd: number;
  /** Of a last tag that is not whole. */
  cutTagBytes: number;
  /** The file header says other media than the file holds. */
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

/** One sentence for each kind of fault; none for a file without. */
export function describeFaults(faults: FaultCounts): string[] {
  const told: readonly (readonly [number, string])[] = [
    [
      faults.wrongSizes,
      `${counted(faults.wrongSizes, 'tag has', 'tags have')} a wrong size behind them, which does no harm.`,
    ],
    [faults.wrongFlags, 'The file header is wrong about audio or video, which does no harm.'],
    [
      faults.repeatedHeaders,
      `${counted(faults.repeatedHeaders, 'more file header stands', 'more file headers stand')} inside the file.`,
    ],
    [
      faults.bytesBetween,
      `The file is damaged in ${counted(faults.damagedPlaces, 'place', 'places')}: ${counted(faults.bytesBetween, 'byte', 'bytes')} skipped.`,
    ],
    [faults.bytesAtEnd, `${counted(faults.bytesAtEnd, 'byte', 'bytes')} after the last tag left out.`],
    [
      faults.cutTagBytes,
      `The last tag is cut off: ${counted(faults.cutTagBytes, 'byte', 'bytes')} left out.`,
    ],
    [faults.unknownTags, `${counted(faults.unknownTags, 'tag', 'tags')} of an unknown type left out.`],
    [faults.encryptedTags, `${counted(faults.encryptedTags, 'encrypted tag', 'encrypted tags')} left out.`],
    [faults.brokenTags, `${counted(faults.brokenTags, 'unreadable tag', 'unreadable tags')} left out.`],
  ];
  return told.filter(([count]) => count > 0).map(([, text]) => text);
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
