/** What the file system's error means for a recording. Pure. */
import { AppError } from '../../../../shared/errors/app-error.ts';
import { withReason } from '../../../../shared/errors/error-reasons.ts';
import type { ErrorReason } from '../../../../shared/errors/error-reasons.ts';
import { systemCodeOf } from '../../../../shared/errors/system-code.ts';

const reasons: ReadonlyMap<string, ErrorReason> = new Map<string, ErrorReason>([
  ['ENOENT', 'folderMissing'],
  ['EACCES', 'folderReadOnly'],
  ['EPERM', 'folderReadOnly'],
  ['EROFS', 'folderReadOnly'],
  ['ENAMETOOLONG', 'fileNameTooLong'],
  ['EIO', 'driveSilent'],
]);

/** @returns AppError `record/cannot-write` or `record/disk-full`. */
export function toRecordError(error: unknown, platform: NodeJS.Platform = process.platform): AppError {
  if (error instanceof AppError) return error;
  const code = systemCodeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return withReason('record/disk-full', 'diskFull', {}, error);
  }
  // Defender refuses programs that it doesn't know the folder for videos.
  if (platform === 'win32' && (code === 'EACCES' || code === 'EPERM'))
    return withReason('record/cannot-write', 'folderProtected', { systemCode: code }, error);
  const details = code === '' ? {} : { systemCode: code };
  return withReason('record/cannot-write', reasons.get(code) ?? 'notWritten', details, error);
}
