/** What each system says of cameras, microphones and the screen, and where a person allows them. */
import { expect, test } from 'vitest';
import { MediaAccess } from '../../../../electron/main/desktop/media-access.ts';
import { refusedKind, wantsRestart } from '../../../../renderer/features/access/refused-kind.ts';

type Status = 'not-determined' | 'granted' | 'denied' | 'restricted' | 'unknown';

function open(platform: NodeJS.Platform, status: Status) {
  const asked: string[] = [];
  const opened: string[] = [];
  const answers: ((isGranted: boolean) => void)[] = [];
  const access = new MediaAccess({
    platform,
    systemPreferences: {
      getMediaAccessStatus: () => status,
      askForMediaAccess: (kind) => {
        asked.push(kind);
        return new Promise((resolve) => answers.push(resolve));
      },
    },
    openExternal: (url) => {
      opened.push(url);
      return Promise.resolve();
    },
  });
  return { access, asked, opened, answers };
}

test('macOS asks one question at a time, in order', async () => {
  const { access, asked, answers } = open('darwin', 'not-determined');
  const camera = access.ask('camera');
  const microphone = access.ask('microphone');
  await Promise.resolve();
  await Promise.resolve();
  expect(asked).toEqual(['camera']);
  answers[0]?.(true);
  expect(await camera).toBe(true);
  await Promise.resolve();
  expect(asked).toEqual(['camera', 'microphone']);
  answers[1]?.(false);
  expect(await microphone).toBe(false);
});

test.each([
  ['darwin', 'denied', 'screen', false],
  ['darwin', 'granted', 'screen', true],
  ['win32', 'denied', 'camera', false],
  ['win32', 'granted', 'camera', true],
  ['win32', 'denied', 'screen', true],
  ['linux', 'unknown', 'camera', true],
] as const)('on %s a status %s for %s means %s', async (platform, status, kind, isGranted) => {
  expect(await open(platform, status).access.ask(kind)).toBe(isGranted);
});

test.each([
  ['darwin', 'mac', 'camera', 'Privacy_Camera'],
  ['darwin', 'mac', 'microphone', 'Privacy_Microphone'],
  ['darwin', 'mac', 'screen', 'Privacy_ScreenCapture'],
  ['win32', 'windows', 'camera', 'ms-settings:privacy-webcam'],
  ['win32', 'windows', 'microphone', 'ms-settings:privacy-microphone'],
] as const)(
  'on %s the button for the refused %s %s opens the page %s',
  async (platform, system, kind, page) => {
    const { access, opened } = open(platform, 'denied');
    expect(refusedKind({ code: 'capture/permission-denied', details: { kind, system } })).toBe(kind);
    await access.openSettings(kind);
    expect(opened.length).toBe(1);
    expect(opened[0]).toContain(page);
  },
);

test('only the screen of macOS wants a restart once it is allowed', () => {
  const refused = (kind: string, system: string) =>
    wantsRestart({ code: 'capture/permission-denied', details: { kind, system } });
  expect(refused('screen', 'mac')).toBe(true);
  expect([refused('camera', 'mac'), refused('camera', 'windows'), refused('screen', 'linux')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(wantsRestart({ code: 'capture/no-screen', details: { kind: 'screen', system: 'mac' } })).toBe(false);
});

test('there is no button where the system has no such page, nor for other errors', async () => {
  const { access, opened } = open('linux', 'unknown');
  await access.openSettings('camera');
  expect(opened).toEqual([]);
  for (const [kind, system] of [
    ['camera', 'linux'],
    ['screen', 'windows'],
    ['clipboard', 'mac'],
  ])
    expect(
      refusedKind({ code: 'capture/permission-denied', details: { kind: kind ?? '', system: system ?? '' } }),
    ).toBeUndefined();
  expect(refusedKind({ code: 'capture/failed', details: { kind: 'camera', system: 'mac' } })).toBeUndefined();
});
