/**
 * Twelve bad servers in turn beside nginx and a recording, in the real app, 12 seconds each: nginx and the recording get every frame, the
 * window answers a click within 200 ms, the log keeps what came before. Then an error thrown at each listener of the engine's, in this
 * process. `--seconds 12`, `--only WORDS` for the servers whose name has these words.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { Emitter } from '../../../shared/emitter.ts';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import { EngineRig } from '../../support/engine/engine-rig.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { saveDestination } from '../../support/window/frames/secret-frame.ts';
import { startHostilePeer } from '../../support/servers/hostile-peer.ts';
import type { HostilePeer } from '../../support/servers/hostile-peer.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { runCommand, waitForBadge } from '../../support/window/window-driver.ts';
import { badServers } from './scripts.ts';
import { numberOption, textOption } from '../proof.ts';
import type { Finding } from '../proof.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

const FPS = 30;
const KEY = 'a-key-of-this-proof';
const CLICK_MS = 200;
/** Between two clicks. */
const CLICK_EVERY_MS = 100;
const profile = { ...defaultEncodingProfile, width: 640, height: 360, videoKbps: 800, fps: FPS };

interface Turn {
  readonly name: string;
  readonly connections: number;
  readonly slowestMs: number;
  /** Media time since the stream began, ms. */
  readonly fromMs: number;
}

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const seconds = numberOption(argv, 'seconds', 12);
  const only = textOption(argv, 'only') ?? '';
  const servers = badServers.filter(({ name }) => name.includes(only));
  const home = mkdtempSync(join(tmpdir(), 'upcast-prove-bad-servers-'));
  mkdirSync(join(home, 'Videos'));
  const nginx = await startNginx();
  const peers = await Promise.all(servers.map(({ script }) => startHostilePeer(script)));
  const userDataDir = join(home, 'profile');
  const { page, close } = await launchApp({ userDataDir, env: { HOME: home } });
  try {
    await setUp(page, nginx.url, peers);
    await page.getByRole('radio', { name: 'Test pattern' }).click();
    await runCommand(page, { type: 'setEncoding', profile });
    await runCommand(page, { type: 'startStream', isRehearsal: false, shouldRetryFirst: true });
    await waitForBadge(page, 'live');
    await waitUntil('the recording', async () => (await recorder(page)).phase === 'recording');
    const startedMs = performance.now();
    const turns: Turn[] = [];
    for (const [index, { name }] of servers.entries()) {
      const fromMs = performance.now() - startedMs;
      const slowestMs = await takeTurn(page, idOf(index), seconds * 1000);
      turns.push({ name, slowestMs, fromMs, connections: peers[index]?.connections.length ?? 0 });
    }
    const { path } = await recorder(page);
    await runCommand(page, { type: 'endStream' });
    await waitForBadge(page, 'off');
    await waitUntil('the end of the recording', async () => (await recorder(page)).phase === 'off');
    const files = [
      ['nginx', nginx.recordings(KEY)],
      ['the recording', path === undefined ? [] : [path]],
    ] as const;
    for (const [where, paths] of files) {
      yield { promise: `${where}: one file`, seen: paths.length, holds: paths.length === 1 };
      const times =
        paths[0] === undefined ? [] : (await probe(paths[0])).videoPackets.map(({ ptsMs }) => ptsMs);
      for (const { name, fromMs } of turns) {
        const frames = framesFrom(times, fromMs, seconds);
        const wanted = seconds * FPS;
        yield {
          promise: `${where}, beside a server that ${name}`,
          seen: `${frames} of ${wanted} frames`,
          holds: frames === wanted,
        };
      }
    }
    for (const { name, slowestMs, connections } of turns) {
      yield {
        promise: `was there: a server that ${name}`,
        seen: `${connections} connections`,
        holds: connections > 0,
      };
      const promise = `the window answers a click within ${CLICK_MS} ms beside a server that ${name}`;
      yield { promise, seen: `${Math.round(slowestMs)} ms`, holds: slowestMs <= CLICK_MS };
    }
    const log = readLog(userDataDir);
    const first = log.includes('broadcastStarted');
    yield { promise: 'the log keeps what came before', seen: `${log.length} characters`, holds: first };
    const exits = log
      .split('\n')
      .filter((line) => line.includes('exited with code') || line.includes('a fault of our own'));
    yield {
      promise: 'the engine ran through it without a fault',
      seen: exits[0] ?? 'none',
      holds: exits.length === 0,
    };
  } finally {
    await close();
    await Promise.all(peers.map((peer) => peer.stop()));
    await nginx.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
  if (only === '') yield* proveListeners(seconds);
}

function idOf(index: number): string {
  return `bad-${index}`;
}

async function setUp(page: Page, url: string, peers: readonly HostilePeer[]): Promise<void> {
  const destinations = [
    { id: 'good', name: 'Good', url, isEnabled: true },
    ...peers.map((peer, index) => ({
      id: idOf(index),
      name: `Bad ${index}`,
      url: peer.url,
      isEnabled: false,
    })),
  ];
  for (const each of destinations) await saveDestination(page, each, KEY);
  await page.evaluate(
    async () =>
      await window.upcast.invoke('settings:update', { isRehearsing: false, isRecordingWhileLive: true }),
  );
}

async function recorder(page: Page): Promise<{ readonly phase: string; readonly path?: string | undefined }> {
  return page.evaluate(async () => {
    const answer = await window.upcast.invoke('engine:snapshot', undefined);
    return answer.ok ? answer.value.recorder : { phase: 'unknown' };
  });
}

/** The slowest answer to a click, ms. */
async function takeTurn(page: Page, id: string, lengthMs: number): Promise<number> {
  await runCommand(page, { type: 'setDestinationEnabled', id, isEnabled: true });
  const endMs = performance.now() + lengthMs;
  let slowestMs = 0;
  for (let click = 0; performance.now() < endMs; click += 1) {
    slowestMs = Math.max(slowestMs, await clickMs(page));
    // Those that gave up are asked again: each connection brings the next of a server's answers.
    if (click % 10 === 9) await runCommand(page, { type: 'retryDestination', id }).catch(() => undefined);
    await page.waitForTimeout(CLICK_EVERY_MS);
  }
  await runCommand(page, { type: 'setDestinationEnabled', id, isEnabled: false });
  return slowestMs;
}

/** From a real press of the mouse until the page is about to draw after it, ms. */
async function clickMs(page: Page): Promise<number> {
  const answered = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        document.addEventListener('pointerdown', () => requestAnimationFrame(() => resolve()), {
          once: true,
          capture: true,
        });
      }),
  );
  const box = await page.getByTestId('graph').boundingBox();
  if (box === null) throw new Error('no graph');
  const pressedMs = performance.now();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await answered;
  return performance.now() - pressedMs;
}

/** Frames of so many seconds from the first one at or after `fromMs` of the file. */
function framesFrom(times: readonly number[], fromMs: number, seconds: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const originMs = sorted[0] ?? 0;
  const first = sorted.find((time) => time - originMs >= fromMs);
  if (first === undefined) return 0;
  const endMs = first + seconds * 1000 - 1000 / FPS / 2;
  return sorted.filter((time) => time >= first && time < endMs).length;
}

function readLog(userDataDir: string): string {
  const folder = join(userDataDir, 'logs');
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

/** The engine in this process, with a listener before each of its own that throws at everything it gets. */
async function* proveListeners(seconds: number): AsyncGenerator<Finding> {
  const rig = await EngineRig.create(profile);
  const emit = Emitter.prototype.emit;
  const thrower = (): never => {
    throw new Error('thrown on purpose');
  };
  try {
    await rig.goLive();
    Emitter.prototype.emit = function (this: Emitter<unknown>, event: unknown) {
      const subscription = this.on(thrower);
      emit.call(this, event);
      subscription.dispose();
    };
    const before = rig.samples.at(-1)?.encodedFrames ?? 0;
    const wanted = seconds * FPS;
    await waitUntil(
      'the frames',
      async () => (rig.samples.at(-1)?.encodedFrames ?? 0) - before >= wanted,
      60_000,
    );
    const { summary } = await rig.stop();
    const [good] = summary.destinations;
    const thrown = rig.faults.length;
    yield {
      promise: 'errors thrown at every listener of the engine reach their owner',
      seen: `${thrown} errors`,
      holds: thrown > wanted,
    };
    for (const [where, path] of rig.files()) {
      const { videoPackets } = await probe(path);
      const seen = `${videoPackets.length} of ${summary.encodedFrames} frames`;
      const promise = `${where} beside errors thrown at every listener: every frame of at least ${wanted}`;
      yield {
        promise,
        seen,
        // An encoder that is told to end may still give a frame, for the file alone.
        holds: videoPackets.length >= summary.encodedFrames && summary.encodedFrames >= wanted,
      };
    }
    yield {
      promise: 'no connection lost for it',
      seen: good?.reconnects ?? -1,
      holds: good?.reconnects === 0,
    };
  } finally {
    Emitter.prototype.emit = emit;
    rig.end();
  }
}
