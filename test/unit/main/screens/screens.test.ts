/** What of the screen is captured on each system: on Wayland the desktop's dialog asks once, on macOS a refusal says where to allow it. */
import type { DesktopCapturerSource, Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { Screens } from '../../../../electron/main/screens/screens.ts';
import type { ScreensOptions } from '../../../../electron/main/screens/screens.ts';
import { describeError } from '../../../../shared/text/error-text.ts';
import { toAppError } from '../../../../shared/errors/app-error.ts';

const picture = { isEmpty: () => true, toDataURL: () => '' };
const source = (id: string, name: string): DesktopCapturerSource =>
  ({ id, name, display_id: '1', thumbnail: picture, appIcon: picture }) as unknown as DesktopCapturerSource;

function open(given: Partial<ScreensOptions> = {}, list = [source('screen:1:0', 'Entire screen')]) {
  const getSources = vi.fn<() => Promise<DesktopCapturerSource[]>>(() => Promise.resolve(list));
  const screens = new Screens({
    desktopCapturer: { getSources },
    screen: {
      getPrimaryDisplay: () => ({ id: 1 }) as Electron.Display,
      getAllDisplays: () => [{ id: 1, label: 'DELL' } as Electron.Display],
    },
    x11: { display: undefined, authorityFile: undefined },
    isWayland: false,
    hasAccess: () => true,
    ownWindowId: () => undefined,
    ...given,
  });
  const answers: unknown[] = [];
  const session = {
    setDisplayMediaRequestHandler: (
      handler: (request: { securityOrigin: string }, answer: (streams: unknown) => void) => void,
    ) => handler({ securityOrigin: 'upcast://app' }, (streams) => answers.push(streams)),
  } as unknown as Session;
  const capture = (): unknown => {
    screens.answerCaptures(session, () => undefined);
    return answers.at(-1);
  };
  return { screens, getSources, capture };
}

/** A portal's dialog: each listing asks, and gives the one choice another id. */
function wayland() {
  let dialogs = 0;
  const getSources = vi.fn<() => Promise<DesktopCapturerSource[]>>(() => {
    dialogs += 1;
    return Promise.resolve([source(`window:${dialogs}:0`, 'Terminal')]);
  });
  return { ...open({ isWayland: true, desktopCapturer: { getSources } }), dialogs: () => dialogs };
}

test('on Wayland a choice is captured with one dialog, and what was chosen is what is captured', async () => {
  const { screens, capture, dialogs } = wayland();
  const [chosen] = await screens.list();
  await screens.choose({ sourceId: chosen?.id, title: chosen?.title, wasLost: false });
  expect(capture()).toEqual({ video: { id: 'window:1:0', name: 'Terminal' } });
  expect(dialogs()).toBe(1);
});

test('on Wayland another size of what is captured asks nothing again', async () => {
  const { screens, dialogs } = wayland();
  const [chosen] = await screens.list();
  for (let times = 0; times < 3; times += 1) await screens.choose({ sourceId: chosen?.id, wasLost: false });
  expect(dialogs()).toBe(1);
});

test('on Wayland what was saved opens no dialog at the next start, and says why', async () => {
  const { screens, dialogs } = wayland();
  const choose = screens.choose({ sourceId: 'window:7:0', title: 'Terminal', wasLost: false });
  await expect(choose).rejects.toMatchObject({
    code: 'capture/window-unclear',
    details: { reason: 'captureAskedAnew' },
  });
  expect(dialogs()).toBe(0);
});

test('on Wayland any screen is asked for once, and a dialog that was dismissed does not come back by itself', async () => {
  const { screens, dialogs } = wayland();
  await screens.choose({ wasLost: false });
  await screens.choose({ wasLost: false });
  expect(dialogs()).toBe(1);
  const getSources = vi.fn<() => Promise<DesktopCapturerSource[]>>(() =>
    Promise.reject(new Error('cancelled')),
  );
  const dismissed = open({ isWayland: true, desktopCapturer: { getSources } });
  await expect(dismissed.screens.choose({ wasLost: false })).rejects.toMatchObject({
    code: 'capture/window-unclear',
  });
});

test('on Wayland a capture that the person ended in the desktop is not begun again', async () => {
  const { screens, dialogs } = wayland();
  const [chosen] = await screens.list();
  for (const wasLost of [true, false])
    await expect(screens.choose({ sourceId: chosen?.id, wasLost })).rejects.toMatchObject({
      code: 'capture/window-unclear',
    });
  expect(dialogs()).toBe(1);
});

test.each(['refused', 'empty'])(
  'on macOS a screen that may not be captured says where to allow it: %s',
  async (how) => {
    const getSources = (): Promise<DesktopCapturerSource[]> =>
      how === 'refused' ? Promise.reject(new Error('Failed to get sources.')) : Promise.resolve([]);
    const { screens } = open({ hasAccess: () => false, desktopCapturer: { getSources } });
    for (const look of [() => screens.list(), () => screens.choose({ wasLost: false })]) {
      const error = toAppError(await look().catch((cause: unknown) => cause));
      expect(error.code).toBe('capture/permission-denied');
      expect(describeError(error).title).toBe('Upcast isn’t allowed to capture the screen.');
      expect(describeError(error).action).toContain('Screen & System Audio Recording');
    }
  },
);

test('the window is not in its own list', async () => {
  const list = [source('window:10:1', 'Upcast'), source('window:11:0', 'Editor')];
  const { screens } = open({ ownWindowId: () => 'window:10:0' }, list);
  expect((await screens.list()).map(({ name }) => name)).toEqual(['Editor']);
});

test('a capture without a choice is refused with null, which throws nowhere', async () => {
  const { screens, capture } = open();
  expect(capture()).toBeNull();
  await screens.choose({ wasLost: false });
  expect(capture()).toEqual({ video: { id: 'screen:1:0', name: 'DELL' } });
  expect(capture()).toBeNull();
});
