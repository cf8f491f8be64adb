/**
 * The app with a studio that was saved before, and one nginx and one folder for all tests of a file: closed, stopped and
 * removed by themselves. Call it once at the top of a file.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { buildDocument } from '../../../shared/studio/document.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import type { AudioChoice, SourceChoice } from '../../../shared/studio/inputs.ts';
import { startNginx } from '../servers/nginx.ts';
import type { NginxServer } from '../servers/nginx.ts';
import type { LaunchedBuild } from './electron-app.ts';
import { launchWithStudio } from './launch-with-studio.ts';
import type { StudioLaunchOptions } from './launch-with-studio.ts';

export interface StudioFixture {
  readonly server: NginxServer;
  /** For files of the tests; the profiles are in the folder as well. */
  readonly folder: string;
  /** Starts the app with this studio, once in a test; the app is closed after the test. */
  launch(studio: StudioDocument, options?: StudioLaunchOptions): Promise<LaunchedBuild>;
}

/** One source and one audio input on a small canvas, at a low bitrate. */
export function smallStudio(source: SourceChoice, audio: AudioChoice): StudioDocument {
  const encoding = { ...defaultEncodingProfile, width: 640, height: 360, videoKbps: 500 };
  return buildDocument({ source, audio, isMuted: false, gain: 1, encoding });
}

/** Its members are there while a test runs. */
export function openStudios(): StudioFixture {
  let folder: string;
  let server: NginxServer;
  let launched: LaunchedBuild | undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'upcast-test-studio-'));
    server = await startNginx();
  });
  afterEach(async () => {
    await launched?.close();
    launched = undefined;
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get server() {
      return server;
    },
    get folder() {
      return folder;
    },
    async launch(studio, options) {
      launched = await launchWithStudio(folder, studio, options);
      return launched;
    },
  };
}
