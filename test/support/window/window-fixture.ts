/**
 * A window of its own for each test, and one nginx with RTMP and RTMPS for all tests of a file: started, stopped and
 * removed by themselves. Call it once at the top of a file.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { createTestAuthority } from '../servers/certificates.ts';
import type { TestAuthority } from '../servers/certificates.ts';
import { fakeDevices, launchApp } from './electron-app.ts';
import type { LaunchedBuild } from './electron-app.ts';
import { startNginx } from '../servers/nginx.ts';
import type { NginxServer } from '../servers/nginx.ts';
import { addDestination } from './window-driver.ts';

export interface WindowFixture {
  readonly page: Page;
  readonly started: LaunchedBuild;
  readonly server: NginxServer;
  readonly authority: TestAuthority;
  /** Adds `Test server`, whose certificate it trusts. */
  addDestination(url: string, key: string): Promise<void>;
  /** The next question for a file or a folder is answered with this path. */
  answerDialog(kind: 'open' | 'save', path: string): Promise<void>;
}

/** Its members are there while a test runs. */
export function openWindows(allowedKeys: readonly string[]): WindowFixture {
  let authority: TestAuthority;
  let server: NginxServer;
  let started: LaunchedBuild;
  beforeAll(async () => {
    authority = createTestAuthority();
    server = await startNginx({ tls: authority.issue(), allowedKeys });
  });
  afterAll(async () => {
    await server.stop();
    authority.remove();
  });
  beforeEach(async () => {
    started = await launchApp({ args: fakeDevices });
  });
  afterEach(async () => {
    await started.close();
  });
  return {
    get page() {
      return started.page;
    },
    get started() {
      return started;
    },
    get server() {
      return server;
    },
    get authority() {
      return authority;
    },
    addDestination: (url, key) => addDestination(started.page, { url, key, caPem: authority.caPem }),
    answerDialog: (kind, path) =>
      started.app.evaluate(
        ({ dialog }, answer) => {
          if (answer.kind === 'open')
            dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer.path] });
          else dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answer.path });
        },
        { kind, path },
      ),
  };
}
