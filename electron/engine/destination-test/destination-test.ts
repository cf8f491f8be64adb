/**
 * Runs the test of one destination: connects with the library's own client, step by step, publishes where that is
 * allowed, sends the test stream and measures. Thin: what the steps mean is `advanceTest`, how fast to send is
 * `throughput`. Ends by itself, by the deadline of each step, or by the signal.
 */
import type { Clock } from '../../../shared/clock.ts';
import { isFlowsAddress, isTlsAddress } from '../../../shared/destinations/url.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import {
  advanceTest,
  beginTest,
  MEASURE_MS,
  WARM_UP_MS,
  withTestSwitch,
} from '../../../shared/destinations/destination-test.ts';
import type { DestinationTest, TestEvent, TestReach } from '../../../shared/destinations/destination-test.ts';
import type { DestinationWithSecrets } from '../../../shared/destinations/destination.ts';
import type { UplinkMeasurement } from '../../../shared/network/uplink-measurement.ts';
import { publishedAddressesOf } from '../../../shared/destinations/server-secret.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { openPublisher } from '../../rtmp/publisher/publisher.ts';
import type { Publisher } from '../../rtmp/publisher/publisher.ts';
import { codecFourCcs } from '../../../shared/encoding/codec.ts';
import type { VideoCodec } from '../../../shared/encoding/codec.ts';
import { isCodecDoubtful, requireCodec } from '../outputs/link/open-link.ts';
import { rtmpDriver } from '../outputs/rtmp/rtmp-driver.ts';
import { TEST_FPS, testHeaders, TestStream } from './test-media.ts';
import type { TestMedia } from './test-media.ts';
import { advanceThroughput, beginThroughput, concludeThroughput, currentKbps } from './throughput.ts';

/** Bytes that may wait on this side of the system. */
const HIGH_WATER_BYTES = 64 * 1024;
const START_KBPS = 1_000;
/** The server takes what is still under way and closes; slower, and the measurement says so. */
const GOODBYE_MS = 12_000;
const REPORT_EVERY_MS = 250;

/** What to send, and what could not be had. */
export interface ChosenMedia {
  readonly media: TestMedia;
  /** The codec that the broadcast is set to, where `media` is another one because no encoder for it works here. */
  readonly missingCodec?: VideoCodec;
}

export interface DestinationTestOptions {
  readonly destination: DestinationWithSecrets;
  readonly reach: TestReach;
  /** Added to the key for `testSwitch`. */
  readonly testQuery?: string;
  /** kbit/s sent at most. */
  readonly capKbps: number;
  readonly signal: AbortSignal;
  /** Makes the pictures, in the codec of the broadcast where that is possible. */
  readonly chooseMedia: (signal: AbortSignal) => Promise<ChosenMedia>;
  readonly clock: Pick<Clock, 'now' | 'wallMs'>;
  readonly onProgress: (test: DestinationTest) => void;
}

/** Resolves with the end of it, whatever that is; never rejects for the network. */
export async function testDestination(options: DestinationTestOptions): Promise<DestinationTest> {
  const { destination, reach, signal, clock } = options;
  const { url } = destination;
  const addressed = { isTls: isTlsAddress(url), isFlows: isFlowsAddress(url) };
  let test = beginTest({ destinationId: destination.id, reach, ...addressed, atMs: clock.now() });
  const report = (event: TestEvent): void => {
    const next = advanceTest(test, event);
    if (next === test) return;
    test = next;
    options.onProgress(test);
  };
  options.onProgress(test);
  // Stops before the key would be sent: the session is closed while `connect`'s answer is being read.
  const enough = new AbortController();
  let publisher: Publisher | undefined;
  try {
    const { media, missingCodec } = await options.chooseMedia(signal);
    const videoCodec = media.codec;
    report({ type: 'codecChosen', videoCodec, ...(missingCodec === undefined ? {} : { missingCodec }) });
    requireCodec(destination, videoCodec);
    // H.264 needs no Enhanced RTMP: nothing is offered, as when going live.
    const videoFourCc = videoCodec === 'h264' ? undefined : codecFourCcs[videoCodec];
    publisher = await openPublisher({
      ...addressOf(options),
      videoFourCc,
      signal: AbortSignal.any([signal, enough.signal]),
      highWaterBytes: HIGH_WATER_BYTES,
      onSecured: (tls) => report({ type: 'secured', tls }),
      onStep: (step) => {
        if (step === 'publish' && reach === 'connectOnly') {
          report({ type: 'connected', atMs: clock.now() });
          enough.abort();
        } else report({ type: 'stepBegan', step, atMs: clock.now() });
      },
    });
    const isCodecUnconfirmed = isCodecDoubtful({ destination, videoCodec, driver: rtmpDriver }, publisher);
    report({ type: 'published', atMs: clock.now(), isCodecUnconfirmed });
    const measurement = await measure(publisher, media, options, report);
    report({ type: 'finished', atMs: clock.now(), measurement });
  } catch (error) {
    const { code, details } = toAppError(error);
    if (signal.aborted) report({ type: 'cancelled', atMs: clock.now() });
    // After `connected` the test is over, and this is its own abort.
    else report({ type: 'failed', atMs: clock.now(), error: { code, details } });
  } finally {
    publisher?.destroy();
  }
  return test;
}

function addressOf({ destination, reach, testQuery }: DestinationTestOptions) {
  const { key, username, password, tls, localAddress, route } = destination;
  const isSwitched = reach === 'testSwitch' && testQuery !== undefined;
  return {
    url: publishedAddressesOf(destination).url,
    streamKey: isSwitched ? withTestSwitch(key, testQuery) : key,
    tls,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(localAddress === undefined ? {} : { localAddress }),
    ...(route === undefined ? {} : { proxy: route }),
  };
}

/** @throws AppError why the connection ended before the measurement did. */
async function measure(
  publisher: Publisher,
  media: TestMedia,
  options: DestinationTestOptions,
  report: (event: TestEvent) => void,
): Promise<UplinkMeasurement> {
  const stream = new TestStream(media);
  let throughput = beginThroughput(START_KBPS, options.capKbps);
  const startedMs = performance.now();
  const startBytes = publisher.bytesAccepted;
  let frames = 0;
  let reportedMs = 0;
  for (const packet of testHeaders(media)) publisher.send(packet);
  await new Promise<void>((resolve, reject) => {
    const finish = (error?: AppError): void => {
      clearInterval(timer);
      closed.dispose();
      options.signal.removeEventListener('abort', onAbort);
      if (error === undefined) resolve();
      else reject(error);
    };
    const onAbort = (): void => finish(cancelled());
    const closed = publisher.onEvent((event) => {
      if (event.type === 'closed') finish(event.error ?? closedError());
    });
    const timer = setInterval(() => {
      const atMs = performance.now() - startedMs;
      // Late ticks catch up: the stream keeps to real time.
      while ((frames * 1000) / TEST_FPS <= atMs) {
        const leftBytes = publisher.bytesAccepted - startBytes;
        const reading = { atMs, leftBytes, waitingBytes: publisher.bytesInSocket };
        const { next, frameBytes } = advanceThroughput(throughput, reading, TEST_FPS);
        throughput = next;
        for (const packet of stream.next(frameBytes)) publisher.send(packet);
        frames += 1;
      }
      if (atMs - reportedMs >= REPORT_EVERY_MS) {
        reportedMs = atMs;
        report({ type: 'measured', elapsedMs: Math.round(atMs), kbps: currentKbps(throughput) });
      }
      if (atMs >= WARM_UP_MS + MEASURE_MS) finish();
    }, 1000 / TEST_FPS);
    options.signal.addEventListener('abort', onAbort, { once: true });
    if (publisher.isClosed) finish(closedError());
  });
  const endingMs = performance.now();
  const onCancel = (): void => publisher.destroy();
  options.signal.addEventListener('abort', onCancel, { once: true });
  await publisher.end({ deadlineMs: GOODBYE_MS });
  options.signal.removeEventListener('abort', onCancel);
  if (options.signal.aborted) throw cancelled();
  const drainMs = performance.now() - endingMs;
  const drain = { ms: drainMs, isWhole: drainMs < GOODBYE_MS };
  return {
    ...concludeThroughput(throughput, drain),
    timeMs: Math.round(options.clock.wallMs()),
    destinationName: options.destination.name,
  };
}

function cancelled(): AppError {
  return new AppError('internal/aborted', { message: 'the test was cancelled' });
}

function closedError(): AppError {
  return new AppError('transport/closed', { message: 'the server closed the connection during the test' });
}
