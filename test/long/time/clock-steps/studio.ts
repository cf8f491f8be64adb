/**
 * The real app with the test picture, one destination behind a proxy that does what networks do, nginx at its end, and a recording beside.
 * Notes what the window is told, in its order.
 */
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import type { EngineSnapshot } from '../../../../shared/broadcast/state.ts';
import type { BroadcastEvent, StatsSample, StatsSummary } from '../../../../shared/broadcast/statistics.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import type { UpcastBridge } from '../../../../shared/ipc/contract.ts';
import { launchApp } from '../../../support/window/electron-app.ts';
import { startFaultProxy } from '../../../support/servers/fault-proxy.ts';
import type { FaultProxy } from '../../../support/servers/fault-proxy.ts';
import { sampleProcesses } from '../../../support/processes/process-tree.ts';
import { waitUntil } from '../../../support/processes/processes.ts';
import { startNginx } from '../../../support/servers/nginx.ts';
import type { NginxServer } from '../../../support/servers/nginx.ts';
import { saveDestination } from '../../../support/window/frames/secret-frame.ts';
import { runCommand } from '../../../support/window/window-driver.ts';

export interface Told {
  readonly events: readonly BroadcastEvent[];
  readonly samples: readonly StatsSample[];
  readonly summaries: readonly StatsSummary[];
}

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

export const FPS = 30;
export const VIDEO_KBPS = 800;
const KEY = 'a-key-of-this-proof';
const STATE_MS = 40_000;
const profile = { ...defaultEncodingProfile, width: 640, height: 360, videoKbps: VIDEO_KBPS, fps: FPS };

export class Studio {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly proxy: FaultProxy;
  readonly nginx: NginxServer;
  readonly #userDataDir: string;
  readonly #close: () => Promise<void>;
  readonly #events: BroadcastEvent[] = [];
  readonly #samples: StatsSample[] = [];
  readonly #summaries: StatsSummary[] = [];

  private constructor(
    parts: Pick<Studio, 'app' | 'page' | 'proxy' | 'nginx'>,
    userDataDir: string,
    close: () => Promise<void>,
  ) {
    this.app = parts.app;
    this.page = parts.page;
    this.proxy = parts.proxy;
    this.nginx = parts.nginx;
    this.#userDataDir = userDataDir;
    this.#close = close;
  }

  /**
   * @param home an existing folder, of which `Videos` takes the recordings.
   * @param env added to the environment of the app and of its engine.
   */
  static async start(home: string, env: Readonly<Record<string, string>> = {}): Promise<Studio> {
    mkdirSync(join(home, 'Videos'), { recursive: true });
    const userDataDir = join(home, 'profile');
    const nginx = await startNginx();
    const proxy = await startFaultProxy(nginx.port);
    const stopServers = async (): Promise<void> => {
      await proxy.stop();
      await nginx.stop();
    };
    try {
      const { app, page, close } = await launchApp({ userDataDir, env: { HOME: home, ...env } });
      const studio = new Studio({ app, page, proxy, nginx }, userDataDir, async () => {
        await close();
        await stopServers();
      });
      if (Object.keys(env).length > 0) await studio.#restartEngine(env);
      await studio.#setUp();
      return studio;
    } catch (error) {
      await stopServers();
      throw error;
    }
  }

  /** Main hands few variables of its environment on: here all that it starts from now on gets these as well. */
  async #restartEngine(env: Readonly<Record<string, string>>): Promise<void> {
    await this.app.evaluate(({ utilityProcess }, added) => {
      const fork = utilityProcess.fork.bind(utilityProcess);
      utilityProcess.fork = (path, args, options) =>
        fork(path, args, { ...options, env: { ...options?.env, ...added } });
    }, env);
    const before = this.enginePid();
    if (before === undefined) throw new Error('there is no engine');
    process.kill(before, 'SIGKILL');
    await waitUntil('the next engine', () => ![undefined, before].includes(this.enginePid()));
  }

  enginePid(): number | undefined {
    const root = this.app.process().pid;
    if (root === undefined) return undefined;
    return sampleProcesses(root).find(({ part }) => part === 'engine')?.pid;
  }

  async #setUp(): Promise<void> {
    const { page } = this;
    await page.exposeFunction(
      'proofEvents',
      (events: readonly BroadcastEvent[]) => void this.#events.push(...events),
    );
    await page.exposeFunction('proofSample', (sample: StatsSample) => void this.#samples.push(sample));
    await page.exposeFunction('proofSummary', (summary: StatsSummary) => void this.#summaries.push(summary));
    await this.#follow();
    await saveDestination(
      page,
      { id: 'good', name: 'Good', url: `rtmp://localhost:${this.proxy.port}/live` },
      KEY,
    );
    await page.evaluate(async () => {
      const settings = { isRehearsing: false, isRecordingWhileLive: true, isDynamicBitrate: true };
      await window.upcast.invoke('settings:update', settings);
    });
    await page.getByRole('radio', { name: 'Test pattern' }).click();
    await runCommand(page, { type: 'setEncoding', profile });
  }

  /** Must be done anew for a page that was loaded anew. */
  async #follow(): Promise<void> {
    await this.page.evaluate(() => {
      const told = window as unknown as {
        proofEvents(events: readonly BroadcastEvent[]): void;
        proofSample(sample: StatsSample): void;
        proofSummary(summary: StatsSummary): void;
      };
      window.upcast.on('engine:events', (events) => told.proofEvents(events));
      window.upcast.on('engine:sample', (sample) => told.proofSample(sample));
      window.upcast.on('engine:summary', (summary) => told.proofSummary(summary));
    });
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.waitForSelector('body[data-ready="true"]', { state: 'attached' });
    await this.#follow();
  }

  /** Since this was last called. */
  takeTold(): Told {
    return {
      events: this.#events.splice(0),
      samples: this.#samples.splice(0),
      summaries: this.#summaries.splice(0),
    };
  }

  get samples(): readonly StatsSample[] {
    return this.#samples;
  }

  get events(): readonly BroadcastEvent[] {
    return this.#events;
  }

  get summaries(): readonly StatsSummary[] {
    return this.#summaries;
  }

  async snapshot(): Promise<EngineSnapshot> {
    const answer = await this.page.evaluate(
      async () => await window.upcast.invoke('engine:snapshot', undefined),
    );
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  }

  /** Waits for a phase of the destination. */
  async until(phase: EngineSnapshot['destinations'][number]['state']['phase']): Promise<void> {
    await waitUntil(
      `the phase ${phase}`,
      async () => (await this.snapshot()).destinations[0]?.state.phase === phase,
      STATE_MS,
    );
  }

  /** The first event of this kind since `takeTold`; `undefined` when none comes in time. */
  async untilEvent(kind: BroadcastEvent['kind']): Promise<BroadcastEvent | undefined> {
    const find = (): BroadcastEvent | undefined => this.#events.find((event) => event.kind === kind);
    await waitUntil(kind, () => find() !== undefined, STATE_MS).catch(() => undefined);
    return find();
  }

  async goLive(): Promise<void> {
    await runCommand(this.page, { type: 'startStream', isRehearsal: false, shouldRetryFirst: true });
  }

  /** Ends stream and recording; gives the recording's path. */
  async end(): Promise<string | undefined> {
    const { path } = (await this.snapshot()).recorder;
    await runCommand(this.page, { type: 'endStream' });
    await waitUntil(
      'the end of the recording',
      async () => {
        const { broadcast, recorder } = await this.snapshot();
        return broadcast.phase === 'idle' && recorder.phase !== 'recording' && recorder.phase !== 'finishing';
      },
      STATE_MS,
    );
    await waitUntil('the report', () => this.#summaries.length > 0);
    return path;
  }

  /** What the header shows, seconds. */
  async secondsOnAir(): Promise<number | undefined> {
    const text = (await this.page.getByTestId('status').textContent()) ?? '';
    const match = /(-?)(\d+):(\d+):(\d+)/.exec(text);
    if (match === null) return undefined;
    const [, sign, hours, minutes, seconds] = match;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  }

  nginxFiles(): readonly string[] {
    return this.nginx.recordings(KEY);
  }

  log(): string {
    const folder = join(this.#userDataDir, 'logs');
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
  }

  close(): Promise<void> {
    return this.#close();
  }
}
