/** What keeps a recording from being written is said with what helps on that system. */
import { expect, test } from 'vitest';
import { toRecordError } from '../../../../../electron/engine/outputs/record/record-error.ts';
import { describeError } from '../../../../../shared/text/error-text.ts';

const failure = (code: string): Error => Object.assign(new Error(code), { code });

test.each(['EACCES', 'EPERM'])(
  'on Windows %s may come of Controlled folder access, which is named',
  (code) => {
    const error = toRecordError(failure(code), 'win32');
    expect(error).toMatchObject({ code: 'record/cannot-write', details: { reason: 'folderProtected' } });
    expect(describeError(error).action).toContain('Controlled folder access');
  },
);

test.each([
  ['linux', 'EACCES', 'folderReadOnly'],
  ['win32', 'ENOENT', 'folderMissing'],
] as const)('on %s %s is %s', (platform, code, reason) => {
  const error = toRecordError(failure(code), platform);
  expect(error.details['reason']).toBe(reason);
  expect(describeError(error).action).not.toContain('Controlled folder access');
});

test('a full disk is said as one on each system', () => {
  for (const platform of ['win32', 'linux'] as const)
    expect(toRecordError(failure('ENOSPC'), platform).code).toBe('record/disk-full');
});
