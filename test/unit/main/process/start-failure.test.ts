import { expect, it } from 'vitest';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { reportStartFailure } from '../../../../electron/main/process/start-failure.ts';

function report(cause: unknown, isLive: boolean, canShow = true) {
  const boxes: (readonly [string, string])[] = [];
  const lines: string[] = [];
  const code = reportStartFailure(cause, {
    isLive,
    showBox: canShow ? (title, text) => boxes.push([title, text]) : undefined,
    writeError: (line) => lines.push(line),
  });
  return { boxes, lines, code };
}

it('A11: a start that fails is said in a box, with what to do, and on the standard error', () => {
  const { boxes, lines, code } = report(new Error("EACCES: permission denied, mkdir '/profile'"), false);
  expect(code).toBe(1);
  expect(lines[0]).toContain('permission denied');
  expect(boxes).toHaveLength(1);
  expect(boxes[0]?.[0]).toBe('Upcast can’t start.');
  expect(boxes[0]?.[1]).toContain('permission denied');
  expect(boxes[0]?.[1]).toContain('settings folder');
});

it('A11: the command line reads the standard error alone, and its bad options have a code of their own', () => {
  const { boxes, code } = report(new AppError('input/bad-option', { message: 'no' }), true);
  expect([boxes, code]).toEqual([[], 2]);
});

it('before the app can show a box, the standard error has to do', () => {
  expect(report(new Error('early'), false, false).lines).toHaveLength(1);
});

it('an address in the cause is masked', () => {
  const { boxes, lines } = report(new Error('rtmp://host.example/app/a-key-of-somebody'), false);
  expect(JSON.stringify([boxes, lines])).not.toContain('a-key-of-somebody');
});
