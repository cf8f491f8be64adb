/** Windows takes the pinned icon, the windows and the notifications for one app. */
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { APP_ID, identifyApp } from '../../../../electron/main/process/app-identity.ts';

const config = createRequire(import.meta.url)('../../../../electron-builder.config.cjs') as { appId: string };

test('the id is the one of the installed shortcut, and given on Windows alone', () => {
  const ids: string[] = [];
  const app = { setAppUserModelId: (id: string) => void ids.push(id) };
  for (const platform of ['win32', 'linux', 'darwin'] as const) identifyApp(app, platform);
  expect(ids).toEqual([config.appId]);
  expect(APP_ID).toBe(config.appId);
});
