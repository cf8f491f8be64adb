/** A stream to a real server and a recording, with processes of the app that crash in the middle. The window is asked through main: Playwright gives a page up that crashed. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BroadcastEvent } from '../../../shared/broadcast/statistics.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import type { InvokeChannel, InvokeInput, InvokeOutput, InvokeResult } from '../../../shared/ipc/contract.ts';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import { sampleProcesses } from '../processes/process-tree.ts';
import { waitUntil } from '../processes/processes.ts';
import { startNginx } from '../servers/nginx.ts';
import type { NginxServer } from '../servers/nginx.ts';
import { goLiveTo } from './broadcast-from-window.ts';
import { fakeDevices, launchApp } from './electron-app.ts';
import type { LaunchedBuild } from './electron-app.ts';

export const CRASH_KEY = 'crash-test-key-5b1e';

/** What is made to crash. The encoder is no process of Chromium's: it leaves no dump. */
export type CrashPart = 'window' | 'graphics' | 'audio' | 'network' | 'engine' | 'encoder' | 'main';

const utilities = {
  audio: '--utility-sub-type=audio.mojom.AudioService',
  network: '--utility-sub-type=network.mojom.NetworkService',
} as const;

export class CrashScene {
  readonly userDataDir: string;
  readonly recordingFolder: string;
  readonly server: NginxServer;
  #launched: LaunchedBuild | undefined;
  /** Playwright forgets it once the app is gone. */
  #main: ChildProcess | undefined;
  /** Playwright, which attaches as the app starts, can crash the empty page that the app’s own replaces. */
  #dumpsOfStart: ReadonlySet<string> = new Set();

  private constructor(folder: string, server: NginxServer) {
    this.userDataDir = join(folder, 'profile');
    this.recordingFolder = join(folder, 'recordings');
    this.server = server;
  }

  static async open(): Promise<CrashScene> {
    const folder = mkdtempSync(join(tmpdir(), 'upcast-crash-'));
    const scene = new CrashScene(folder, await startNginx());
    for (const each of [scene.userDataDir, scene.recordingFolder]) mkdirSync(each);
    const { recordingFolder } = scene;
    const settings = { ...defaultSettings, isRehearsing: false, isRecordingWhileLive: true, recordingFolder };
    writeFileSync(join(scene.userDataDir, 'settings.json'), JSON.stringify(settings));
    return scene;
  }

  async start(): Promise<LaunchedBuild> {
    this.#launched = await launchApp({ args: fakeDevices, userDataDir: this.userDataDir });
    this.#main = this.#launched.app.process();
    return this.#launched;
  }

  /** Streams and records. */
  async goLive(): Promise<void> {
    await goLiveTo(this.#app.page, this.server.url, CRASH_KEY);
    await this.untilMoreFrames();
    this.#dumpsOfStart = new Set(this.#allDumps);
  }

  /** The part of the app whose process is there now. */
  async pidOf(part: CrashPart): Promise<number | undefined> {
    const root = this.#main?.pid;
    if (part === 'main' || root === undefined) return root;
    if (part === 'window') {
      return await this.#app.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
      );
    }
    const processes = sampleProcesses(root);
    if (part === 'audio' || part === 'network')
      return processes.find(({ commandLine }) => commandLine.includes(utilities[part]))?.pid;
    const name = { graphics: 'gpu', engine: 'engine', encoder: 'ffmpeg' }[part];
    return processes.find((each) => each.part === name)?.pid;
  }

  /** As a fault in it would end it. @throws Error when there is no such process. */
  async crash(part: CrashPart): Promise<number> {
    const pid = await this.pidOf(part);
    if (pid === undefined) throw new Error(`there is no ${part} process`);
    process.kill(pid, 'SIGSEGV');
    return pid;
  }

  /** Another process has taken its place. */
  async untilReplaced(part: CrashPart, pid: number): Promise<void> {
    await waitUntil(`another ${part} process`, async () => {
      const now = await this.pidOf(part);
      return now !== undefined && now !== pid && now !== 0;
    });
  }

  /** @throws Error when main refuses, or no window answers. */
  async ask<C extends InvokeChannel>(channel: C, input: InvokeInput<C>): Promise<InvokeOutput<C>> {
    const code = `window.upcast.invoke(${JSON.stringify(channel)}, ${JSON.stringify(input) ?? 'undefined'})`;
    const answer = (await this.inWindow(code)) as InvokeResult<InvokeOutput<C>>;
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  }

  async inWindow(code: string): Promise<unknown> {
    return await this.#app.app.evaluate(
      async ({ BrowserWindow }, script) =>
        (await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script)) as unknown,
      code,
    );
  }

  /** All that the window says. */
  async words(): Promise<string> {
    return String(await this.inWindow('document.body.innerText'));
  }

  async untilSaid(words: string): Promise<void> {
    await waitUntil(`“${words}” in the window`, async () =>
      (await this.words().catch(() => '')).includes(words),
    );
  }

  async snapshot(): Promise<EngineSnapshot> {
    return await this.ask('engine:snapshot', undefined);
  }

  async events(): Promise<readonly BroadcastEvent[]> {
    const { events } = await this.ask('engine:history', undefined);
    return events;
  }

  async encodedFrames(): Promise<number> {
    const { lastSample } = await this.ask('engine:history', undefined);
    return lastSample?.encodedFrames ?? 0;
  }

  /** A second of pictures was encoded from now on, and is on its way to the server. */
  async untilMoreFrames(): Promise<void> {
    const before = await this.encodedFrames().catch(() => 0);
    await waitUntil('more pictures', async () => (await this.encodedFrames().catch(() => 0)) > before + 30);
  }

  /** Those since the stream began. */
  get dumps(): readonly string[] {
    return this.#allDumps.filter((name) => !this.#dumpsOfStart.has(name));
  }

  get #allDumps(): readonly string[] {
    const folder = join(this.userDataDir, 'crash-dumps');
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.dmp'));
  }

  /** Oldest first. */
  get recordings(): readonly string[] {
    return readdirSync(this.recordingFolder)
      .sort()
      .map((name) => join(this.recordingFolder, name));
  }

  async end(): Promise<void> {
    await this.ask('studio:run', { requestId: crypto.randomUUID(), command: { type: 'endStreamNow' } });
    await waitUntil('the end', async () => {
      const { broadcast, recorder } = await this.snapshot();
      return broadcast.phase === 'idle' && recorder.phase === 'off';
    });
  }

  /** As a system that shuts down ends it: Playwright’s own way asks pages, and one may have crashed. The profile stays for the next start. */
  async close(): Promise<void> {
    const launched = this.#launched;
    this.#launched = undefined;
    if (launched === undefined) return;
    const child = this.#main;
    if (child?.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    await launched.close().catch(() => undefined);
  }

  async remove(): Promise<void> {
    await this.close();
    await this.server.stop();
    rmSync(join(this.userDataDir, '..'), { recursive: true, force: true, maxRetries: 5 });
  }

  get #app(): LaunchedBuild {
    if (this.#launched === undefined) throw new Error('the app was not started');
    return this.#launched;
  }
}
