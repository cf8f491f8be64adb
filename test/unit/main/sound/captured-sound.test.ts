/** Which sound answers the next capture. */
import type { Streams, WebFrameMain } from 'electron';
import { expect, test } from 'vitest';
import { chooseSound } from '../../../../electron/main/sound/captured-sound.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { InvokeInput } from '../../../../shared/ipc/contract.ts';

const windowFrame = { name: 'window' } as unknown as WebFrameMain;
const pageFrame = { name: 'page' } as unknown as WebFrameMain;

function choose(
  wanted: InvokeInput<'sound:choose'>,
  platform: NodeJS.Platform = 'linux',
  version = '33.2.1',
) {
  const armed: Streams[] = [];
  try {
    chooseSound(wanted, {
      ...{ platform, version, windowFrame: () => windowFrame },
      pageFrame: (id) => (id === 'overlay' ? pageFrame : undefined),
      arm: (streams) => armed.push(streams),
    });
    return armed;
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
}

test.each([
  ['linux', '33.2.1'],
  ['win32', '33.2.1'],
  ['darwin', '45.0.0'],
] as const)(
  'on %s with Electron %s what the computer plays is captured, with a picture of the window',
  (platform, version) => {
    expect(choose({ kind: 'system' }, platform, version)).toEqual([
      { video: windowFrame, audio: 'loopback' },
    ]);
  },
);

test('where the system gives none, that is said', () => {
  expect(choose({ kind: 'system' }, 'darwin', '33.2.1')).toBe('capture/no-system-audio');
});

test('a page’s sound is the page’s own, while the page is open', () => {
  expect(choose({ kind: 'page', sourceId: 'overlay' })).toEqual([{ video: windowFrame, audio: pageFrame }]);
  expect(choose({ kind: 'page', sourceId: 'gone' })).toBe('source/page-failed');
});
