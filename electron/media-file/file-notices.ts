/** Notices about a media file from the counts of its reader and its clock: one for each kind, none for a file without faults. Pure. */
import type { FileNotice } from '../../shared/media/file-notice.ts';
import type { FaultCounts } from '../rtmp/flv/file-faults.ts';
import { LONGEST_GAP_MS } from '../rtmp/flv/media-clock.ts';
import type { ClockEdits } from '../rtmp/flv/media-clock.ts';

export function faultNotices(faults: FaultCounts): FileNotice[] {
  return occurred([
    { code: 'wrongSizes', count: faults.wrongSizes },
    { code: 'wrongFlags', count: faults.wrongFlags },
    { code: 'repeatedHeaders', count: faults.repeatedHeaders },
    { code: 'bytesBetween', count: faults.bytesBetween, places: faults.damagedPlaces },
    { code: 'bytesAtEnd', count: faults.bytesAtEnd },
    { code: 'cutTagBytes', count: faults.cutTagBytes },
    { code: 'unknownTags', count: faults.unknownTags },
    { code: 'encryptedTags', count: faults.encryptedTags },
    { code: 'brokenTags', count: faults.brokenTags },
  ]);
}

export function editNotices({ gaps, restarts }: ClockEdits): FileNotice[] {
  return occurred([
    { code: 'gaps', count: gaps, longestGapMs: LONGEST_GAP_MS },
    { code: 'restarts', count: restarts },
  ]);
}

function occurred(notices: readonly FileNotice[]): FileNotice[] {
  return notices.filter(({ count }) => count > 0);
}
