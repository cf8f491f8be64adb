/** The test of a destination in words: its steps, what they came to, what was measured. Pure. */
import { MEASURE_MS, WARM_UP_MS } from '../../../../shared/destinations/destination-test.ts';
import type {
  DestinationTest,
  TestStep,
  TestStepView,
} from '../../../../shared/destinations/destination-test.ts';
import type { UplinkMeasurement } from '../../../../shared/network/uplink-measurement.ts';
import { codecNames } from '../../../../shared/encoding/codec.ts';
import { format, texts } from '../../../../shared/text/text.ts';

export interface TestRow {
  readonly step: TestStep;
  readonly phase: TestStepView['phase'];
  readonly name: string;
  /** What is known of it, at the end of the row. */
  readonly note: string;
}

export function testRows(test: DestinationTest): readonly TestRow[] {
  return test.steps.map((view) => ({
    step: view.step,
    phase: view.phase,
    name: texts.destinationTest.stepNames[view.step],
    note: noteOf(view, test),
  }));
}

function noteOf({ step, phase, ms }: TestStepView, test: DestinationTest): string {
  if (phase === 'waiting') return '';
  if (phase === 'skipped') return texts.destinationTest.skipped;
  if (phase === 'running') {
    if (step !== 'measure') return texts.destinationTest.running;
    const { elapsedMs, kbps } = test.measuring ?? { elapsedMs: 0, kbps: 0 };
    const leftSeconds = Math.ceil((WARM_UP_MS + MEASURE_MS - elapsedMs) / 1000);
    return leftSeconds > 0
      ? texts.destinationTest.measuring(format.bitrate(kbps), leftSeconds)
      : texts.destinationTest.waitingForServer;
  }
  const time = ms === undefined ? '' : texts.destinationTest.milliseconds(ms);
  if (phase === 'failed')
    return time === '' ? texts.destinationTest.failed : texts.destinationTest.failedAfter(time);
  if (step === 'tls' && test.tls !== undefined) {
    const { protocol, daysLeft } = test.tls;
    return texts.destinationTest.secured(texts.destinations.tlsVersion(protocol), daysLeft, time);
  }
  if (step === 'measure' && test.measurement !== undefined) return describeMeasurement(test.measurement);
  return time;
}

/** `4.21 Mbps`, or `6.32 Mbps or more`. */
export function describeMeasurement({ kbps, isAtLeast }: UplinkMeasurement): string {
  return texts.destinationTest.measured(format.bitrate(kbps), isAtLeast);
}

/** How far the last event is, 0 to 1, for a bar; undefined when nothing is being measured. */
export function measuringShare({ measuring }: DestinationTest): number | undefined {
  return measuring === undefined ? undefined : Math.min(1, measuring.elapsedMs / (WARM_UP_MS + MEASURE_MS));
}

/** What it came to, in a sentence or two; undefined while it runs and when it failed. */
export function describeOutcome(test: DestinationTest): string | undefined {
  if (test.phase === 'cancelled') return texts.destinationTest.cancelled;
  if (test.phase !== 'passed') return undefined;
  const { measurement, connectMs } = test;
  if (measurement === undefined) return texts.destinationTest.reachable(connectMs);
  const { lowestKbps, isAtLeast, kbps } = measurement;
  const rate = format.bitrate(kbps);
  const upload = isAtLeast
    ? texts.destinationTest.uploadAtLeast(rate)
    : texts.destinationTest.upload(rate, format.bitrate(lowestKbps));
  return [texts.destinationTest.accepted(connectMs), upload, ...describeCodec(test)].join(' ');
}

/** What is to be said of a codec other than H.264. */
function describeCodec({
  videoCodec = 'h264',
  missingCodec,
  isCodecUnconfirmed,
}: DestinationTest): readonly string[] {
  const codec = codecNames[videoCodec];
  if (missingCodec !== undefined)
    return [texts.destinationTest.codecMissing(codecNames[missingCodec], codec)];
  if (videoCodec === 'h264') return [];
  return isCodecUnconfirmed === true
    ? [texts.destinationTest.codecUnconfirmed(codec)]
    : [texts.destinationTest.codecUsed(codec)];
}
