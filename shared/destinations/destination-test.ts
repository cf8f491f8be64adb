/**
 * The test of a destination before going live: its steps, what each came to, and what the way to it carries. The engine
 * feeds `advanceTest`; main relays the result, the window shows it. Pure, and free of secrets.
 */
import { connectSteps } from '../broadcast/state.ts';
import type { ConnectStep, TlsSummary } from '../broadcast/state.ts';
import type { VideoCodec } from '../encoding/codec.ts';
import type { ErrorRecord } from '../errors/app-error.ts';
import type { UplinkMeasurement } from '../network/uplink-measurement.ts';
import type { Service } from './service.ts';

/** Not counted: TCP is still finding out how fast it may go. */
export const WARM_UP_MS = 2_500;
export const MEASURE_MS = 10_000;
/** What is tried at most where the service names no limit. */
export const DEFAULT_CAP_KBPS = 20_000;

/**
 * How far a test goes. `testSwitch`: published with the service's own switch, nobody sees it. `visible`: published as it
 * is, because the user agreed. `connectOnly`: up to the answer to `connect`; the key is not sent.
 */
export type TestReach = 'testSwitch' | 'visible' | 'connectOnly';

export type TestStep = ConnectStep | 'measure';

export interface TestStepView {
  readonly step: TestStep;
  readonly phase: 'waiting' | 'running' | 'done' | 'failed' | 'skipped';
  /** How long it took; absent before its end. */
  readonly ms?: number;
}

export interface DestinationTest {
  readonly destinationId: string;
  readonly reach: TestReach;
  readonly phase: 'running' | 'passed' | 'failed' | 'cancelled';
  readonly steps: readonly TestStepView[];
  readonly tls?: TlsSummary;
  /** Of the pictures that are sent; absent until it is known. */
  readonly videoCodec?: VideoCodec;
  /** The codec that the broadcast is set to, where no encoder for it works here and another one was sent. */
  readonly missingCodec?: VideoCodec;
  /** The server took the stream without a word about the codec, which proves nothing. */
  readonly isCodecUnconfirmed?: boolean;
  /** One round trip: how long the server took to answer TCP's first packet. */
  readonly connectMs?: number;
  /** While it is measured: time since the stream began, and the last second's rate. */
  readonly measuring?: { readonly elapsedMs: number; readonly kbps: number };
  readonly measurement?: UplinkMeasurement;
  readonly error?: ErrorRecord;
  /** When the running step began; milliseconds since the epoch. */
  readonly stepStartedMs: number;
}

export type TestEvent =
  | { readonly type: 'codecChosen'; readonly videoCodec: VideoCodec; readonly missingCodec?: VideoCodec }
  | { readonly type: 'stepBegan'; readonly step: ConnectStep; readonly atMs: number }
  | { readonly type: 'secured'; readonly tls: TlsSummary }
  | { readonly type: 'connected'; readonly atMs: number }
  | { readonly type: 'published'; readonly atMs: number; readonly isCodecUnconfirmed?: boolean }
  | { readonly type: 'measured'; readonly elapsedMs: number; readonly kbps: number }
  | { readonly type: 'finished'; readonly atMs: number; readonly measurement: UplinkMeasurement }
  | { readonly type: 'failed'; readonly atMs: number; readonly error: ErrorRecord }
  | { readonly type: 'cancelled'; readonly atMs: number };

export function beginTest(options: {
  readonly destinationId: string;
  readonly reach: TestReach;
  readonly isTls: boolean;
  /** Over UDP: there is no connection to make before the handshake. */
  readonly isFlows: boolean;
  readonly atMs: number;
}): DestinationTest {
  const { destinationId, reach, isTls, isFlows, atMs } = options;
  const isTaken = (step: ConnectStep): boolean => (step === 'tls' ? isTls : step !== 'tcp' || !isFlows);
  const steps: TestStep[] = [...connectSteps.filter(isTaken), 'measure'];
  return {
    destinationId,
    reach,
    phase: 'running',
    stepStartedMs: atMs,
    steps: steps.map((step) => ({ step, phase: 'waiting' })),
  };
}

/** A test that is over takes nothing more. */
export function advanceTest(test: DestinationTest, event: TestEvent): DestinationTest {
  if (test.phase !== 'running') return test;
  switch (event.type) {
    case 'codecChosen': {
      const { type: _type, ...codecs } = event;
      return { ...test, ...codecs };
    }
    case 'stepBegan':
      return enter(test, event.step, event.atMs);
    case 'secured':
      return { ...test, tls: event.tls };
    case 'connected':
      return {
        ...settle(test, 'done', event.atMs),
        phase: 'passed',
        steps: skipRest(settle(test, 'done', event.atMs)),
      };
    case 'published':
      return {
        ...enter(test, 'measure', event.atMs),
        ...(event.isCodecUnconfirmed === true ? { isCodecUnconfirmed: true } : {}),
      };
    case 'measured':
      return { ...test, measuring: { elapsedMs: event.elapsedMs, kbps: event.kbps } };
    case 'finished': {
      const { measuring: _over, ...done } = settle(test, 'done', event.atMs);
      return { ...done, phase: 'passed', measurement: event.measurement };
    }
    case 'failed': {
      const failed = settle(blame(test, event.error), 'failed', event.atMs);
      const { measuring: _over, ...rest } = failed;
      return { ...rest, phase: 'failed', error: event.error, steps: skipRest(failed) };
    }
    case 'cancelled': {
      const { measuring: _over, ...rest } = settle(test, 'skipped', event.atMs);
      return { ...rest, phase: 'cancelled', steps: skipRest(rest) };
    }
  }
}

/** Ends the running step, and those before `step`; authentication and redirects go through the first ones again. */
function enter(test: DestinationTest, step: TestStep, atMs: number): DestinationTest {
  const settled = settle(test, 'done', atMs);
  const index = settled.steps.findIndex((view) => view.step === step);
  return {
    ...settled,
    stepStartedMs: atMs,
    steps: settled.steps.map((view, place) => {
      if (place > index) return { step: view.step, phase: 'waiting' };
      return place === index ? { step, phase: 'running' } : view;
    }),
  };
}

function settle(test: DestinationTest, phase: 'done' | 'failed' | 'skipped', atMs: number): DestinationTest {
  const running = test.steps.find((view) => view.phase === 'running');
  if (running === undefined) return test;
  const ms = Math.max(0, Math.round(atMs - test.stepStartedMs));
  const steps = test.steps.map((view) => (view === running ? { step: view.step, phase, ms } : view));
  return { ...test, steps, ...(running.step === 'tcp' && phase === 'done' ? { connectMs: ms } : {}) };
}

/** A key that is refused a moment after the publish was answered fails the publish, not the measurement. */
function blame(test: DestinationTest, error: ErrorRecord): DestinationTest {
  if (!error.code.startsWith('rtmp/')) return test;
  const isMeasuring = test.steps.some(({ step, phase }) => step === 'measure' && phase === 'running');
  if (!isMeasuring) return test;
  const steps = test.steps.map((view): TestStepView => {
    if (view.step === 'publish') return { step: 'publish', phase: 'running' };
    return view.step === 'measure' ? { step: 'measure', phase: 'waiting' } : view;
  });
  return { ...test, steps };
}

function skipRest(test: DestinationTest): readonly TestStepView[] {
  return test.steps.map((view) => (view.phase === 'waiting' ? { ...view, phase: 'skipped' } : view));
}

/** The key with the service's switch for tests: its query goes behind one that is there. */
export function withTestSwitch(key: string, testQuery: string): string {
  return key.includes('?') ? `${key}&${testQuery.slice(1)}` : `${key}${testQuery}`;
}

/** kbit/s that a test sends at most: never more than the service takes. */
export function testCapKbps(
  service: Pick<Service, 'maxVideoKbps' | 'maxAudioKbps' | 'maxTotalKbps'> | undefined,
): number {
  const { maxVideoKbps = Infinity, maxAudioKbps = 160, maxTotalKbps = Infinity } = service ?? {};
  return Math.min(DEFAULT_CAP_KBPS, maxTotalKbps, maxVideoKbps + maxAudioKbps);
}
