/** Files that sources show, as they lie on a real disk: what is read of them, and what is refused. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSourceFile } from '../../../../electron/main/source-files/read-file.ts';
import { describeError } from '../../../../shared/text/error-text.ts';
import { toAppError } from '../../../../shared/errors/app-error.ts';

const whole = { maxBytes: 1024, part: 'whole' } as const;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function refusal(path: string): Promise<unknown> {
  try {
    await readSourceFile(path, whole);
    return 'read';
  } catch (cause) {
    const error = toAppError(cause);
    expect(error.code).toBe('source/file-unreadable');
    const shown = describeError(error.toRecord());
    expect(JSON.stringify([shown, error.details])).not.toContain(folder);
    expect(shown.title).toMatch(/\.$/);
    return error.details['reason'];
  }
}

it('reads a whole file, also through a link', async () => {
  const path = file('one.png', 'content');
  symlinkSync(path, join(folder, 'link.png'));
  expect(text(await readSourceFile(path, whole))).toBe('content');
  expect(text(await readSourceFile(join(folder, 'link.png'), whole))).toBe('content');
});

it('reads the first or the last bytes of a long file', async () => {
  const path = file('log.txt', 'beginning and end');
  expect(text(await readSourceFile(path, { maxBytes: 9, part: 'start' }))).toBe('beginning');
  expect(text(await readSourceFile(path, { maxBytes: 3, part: 'end' }))).toBe('end');
});

it('refuses a file that is too large before a byte of it is read', async () => {
  const path = file('large.png', '');
  truncateSync(path, 2 ** 40);
  expect(await refusal(path)).toBe('fileTooLarge');
});

it('says why a file cannot be read, without its folder', async () => {
  expect(await refusal(join(folder, 'none.png'))).toBe('fileMissing');
  expect(await refusal(join(file('a', ''), 'none.png'))).toBe('fileMissing');
  symlinkSync('loop.png', join(folder, 'loop.png'));
  expect(await refusal(join(folder, 'loop.png'))).toBe('fileLinkLoop');
  mkdirSync(join(folder, 'folder.png'));
  expect(await refusal(join(folder, 'folder.png'))).toBe('fileNotPlain');
});

it.skipIf(process.getuid?.() === 0)('says that a file may not be read', async () => {
  const path = file('secret.png', 'x');
  chmodSync(path, 0);
  expect(await refusal(path)).toBe('fileNotAllowed');
});

it.skipIf(process.platform === 'win32')('never waits at a pipe or a device', async () => {
  const pipe = join(folder, 'pipe.png');
  execFileSync('mkfifo', [pipe]);
  symlinkSync('/dev/zero', join(folder, 'zero.png'));
  for (const path of [pipe, join(folder, 'zero.png'), '/dev/tty', '/dev/null'])
    expect(await refusal(path), path).toBe('fileNotPlain');
});
