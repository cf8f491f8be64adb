/** The wall clock is set while pages come and go: what the page's own end of the media port sends joins the program without a gap. */
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort as NodePort } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MediaInput } from '../../../../electron/engine/sources/media-input.ts';
import { PageSource } from '../../../../electron/engine/sources/page-source.ts';
import type { MediaPort } from '../../../../electron/engine/sources/page-source.ts';
import { nowUs } from '../../../../renderer/media/worker/clock.ts';
import { EnginePort } from '../../../../renderer/media/worker/engine-port.ts';
import { MAIN_TRACK } from '../../../../shared/media/track.ts';

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Less than half of the smallest step, far more than a message takes. */
const TOLERANCE_US = 900_000;

const steps = [2 * SECOND_MS, -2 * SECOND_MS, HOUR_MS, -HOUR_MS, DAY_MS, -DAY_MS] as const;
const phases = ['before the page loads', 'while live', 'before the page reloads while live'] as const;

const opened: NodePort[] = [];
const started: NodeJS.Timeout[] = [];
let setByMs = 0;

beforeEach(() => {
  setByMs = 0;
  const wallMs = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => wallMs() + setByMs);
  const setTimer = setInterval;
  vi.spyOn(globalThis, 'setInterval').mockImplementation((run, delayMs) => {
    const timer = setTimer(run, delayMs);
    started.push(timer);
    return timer;
  });
});
afterEach(() => {
  for (const timer of started.splice(0)) clearInterval(timer);
  for (const port of opened.splice(0)) port.close();
  vi.restoreAllMocks();
});

/** The page's real end of the port. As in a browser, its time origin is what the wall clock shows when it loads. */
async function loadPage(input: MediaInput): Promise<EnginePort> {
  vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(Date.now() - performance.now());
  const { port1, port2 } = new MessageChannel();
  opened.push(port1, port2);
  return new Promise((resolve) => {
    const page = new EnginePort({
      onCredit: () => resolve(page),
      onConnected: () => undefined,
      onMedia: () => undefined,
      onApplication: () => undefined,
      onWantedTracks: () => undefined,
    });
    page.connect(port1 as unknown as MessagePort);
    const port: MediaPort = {
      on: (_event, listener) => port2.on('message', (data: unknown) => listener({ data })),
      postMessage: (message) => port2.postMessage(message),
      start: () => port2.start(),
      close: () => port2.close(),
    };
    input.usePage(
      new PageSource({
        port,
        profileFolder: undefined,
        onMedia: () => undefined,
        onApplication: () => undefined,
        onTrouble: () => undefined,
      }),
    );
  });
}

test.each(steps.flatMap((stepMs) => phases.map((phase) => [stepMs / SECOND_MS, phase] as const)))(
  'a step of %i s %s leaves no gap in picture and sound',
  async (seconds, when) => {
    const offsetsUs: number[] = [];
    const take = ({ timestampUs }: { readonly timestampUs: number }): void => {
      offsetsUs.push(timestampUs - performance.now() * 1000);
    };
    const input = new MediaInput();
    input.open({ pushVideo: take, pushAudio: take });
    const passed = (phase: string): void => {
      if (phase === when) setByMs += seconds * SECOND_MS;
    };
    const capture = async (page: EnginePort): Promise<void> => {
      const before = offsetsUs.length;
      const shape = { width: 4, height: 2, format: 'I420', colour: 'bt709-limited' } as const;
      page.send({ timestampUs: nowUs(), ...shape, data: new Uint8Array(12) });
      const sound = { sampleRate: 48_000, channels: 1, data: new ArrayBuffer(8) } as const;
      page.sendSound(MAIN_TRACK, { timestampUs: nowUs(), ...sound });
      await vi.waitFor(() => expect(offsetsUs).toHaveLength(before + 2));
    };

    passed('before the page loads');
    const page = await loadPage(input);
    await capture(page);
    passed('while live');
    await capture(page);
    passed('before the page reloads while live');
    await capture(await loadPage(input));

    expect(Math.max(...offsetsUs) - Math.min(...offsetsUs)).toBeLessThan(TOLERANCE_US);
  },
);
