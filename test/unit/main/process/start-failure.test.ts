/** A start that fails says why where it is read: in a dialog, or on the terminal that started it. */
import { expect, test } from 'vitest';
import { tellStartFailure } from '../../../../electron/main/process/start-failure.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';

async function tell(error: unknown, isLive: boolean) {
  const written: string[] = [];
  const shown: (readonly [string, string])[] = [];
  let isReady = false;
  await tellStartFailure(error, {
    isLive,
    write: (text) => written.push(text),
    whenReady: () => {
      isReady = true;
      return Promise.resolve();
    },
    showErrorBox: (title, text) => shown.push([isReady ? title : 'too early', text]),
  });
  return { written: written.join(''), shown };
}

const noAccess = Object.assign(new Error("EACCES: permission denied, mkdir '/home/a/.config/Upcast'"), {
  code: 'EACCES',
});

test('a folder that can’t be made is said in a dialog, with what to do', async () => {
  const { written, shown } = await tell(noAccess, false);
  expect(shown.map(([title]) => title)).toEqual(['Upcast can’t start.']);
  expect(shown[0]?.[1]).toContain('EACCES: permission denied');
  expect(shown[0]?.[1]).toContain('Then open Upcast again.');
  expect(written).toContain('EACCES');
});

test('a start from a terminal says it there alone', async () => {
  const { written, shown } = await tell(noAccess, true);
  expect(shown).toEqual([]);
  expect(written).toContain('EACCES: permission denied');
});

test('an address in the reason keeps no key', async () => {
  const error = new AppError('input/bad-url', { message: 'cannot use rtmp://live.example.com/app/sk-31415' });
  const { written, shown } = await tell(error, false);
  expect(written + String(shown[0]?.[1])).not.toContain('sk-31415');
});
