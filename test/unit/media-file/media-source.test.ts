/** What is said of an input that is no media file to read. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openMediaSource } from '../../../electron/media-file/media-source.ts';

it.each([
  ['a folder', tmpdir(), 'fileIsFolder'],
  ['no name', '', 'fileUnnamed'],
  ['a missing file', join(tmpdir(), 'upcast', 'missing.flv'), 'fileMissing'],
])('says what is wrong with %s', async (_what, path, reason) => {
  await expect(openMediaSource(path)).rejects.toMatchObject({
    code: 'input/bad-file',
    details: { reason },
  });
});
