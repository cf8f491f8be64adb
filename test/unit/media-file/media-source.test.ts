/** What is said of an input that is no media file to read. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openMediaSource } from '../../../electron/media-file/media-source.ts';

it.each([
  ['a folder', tmpdir(), 'this is a folder: name a media file in it'],
  ['no name', '', 'no file is named'],
  ['a missing file', join(tmpdir(), 'upcast', 'missing.flv'), 'doesn’t exist'],
])('says what is wrong with %s', async (_what, path, words) => {
  await expect(openMediaSource(path)).rejects.toMatchObject({
    code: 'input/bad-file',
    details: { message: expect.stringContaining(words) as string },
  });
});
