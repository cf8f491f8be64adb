/** The test of a destination in words: its steps, what they came to, what was measured. Pure. */
import { MEASURE_MS, WARM_UP_MS } from '../../../../shared/destinations/destination-test.ts';
import type {
  DestinationTest,
  TestStep,
  TestStepView,
  UplinkMeasurement,
} from '../../../../shared/destinations/destination-test.ts';
import { codecNames } from '../../../../shared/encoding/codec.ts';
import { format } from '../../../../shared/text/text.ts';

const stepNames: Readonly<Record<TestStep, string>> = {
  dns: 'Look up the server',
  tcp: 'Connect',
  tls: 'Secure the connection',
  handshake: 'Greet the server',
  connect: 'Open the application',
  publish: 'Publish with the stream key',
  measure: 'Measure the uplink',
};

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
    name: stepNames[view.step],
    note: noteOf(view, test),
  }));
}

function noteOf({ step, phase, ms }: TestStepView, test: DestinationTest): string {
  if (phase === 'waiting') return '';
  if (phase === 'skipped') return 'Not tried';
  if (phase === 'running') {
    if (step !== 'measure') return '…';
    const { elapsedMs, kbps } = test.measuring ?? { elapsedMs: 0, kbps: 0 };
    const leftSeconds = Math.ceil((WARM_UP_MS + MEASURE_MS - elapsedMs) / 1000);
    return leftSeconds > 0
      ? `${format.bitrate(kbps)} · ${leftSeconds} s left`
      : 'Waiting for the server to take the rest';
  }
  const time = ms === undefined ? '' : `${ms.toLocaleString('en')} ms`;
  if (phase === 'failed') return time === '' ? 'Failed' : `Failed after ${time}`;
  if (step === 'tls' && test.tls !== undefined) {
    const { protocol, daysLeft } = test.tls;
    return `${protocol.replace('TLSv', 'TLS ')} · certificate valid for ${days(daysLeft)} · ${time}`;
  }
  if (step === 'measure' && test.measurement !== undefined) return describeMeasurement(test.measurement);
  return time;
}

function days(count: number): string {
  return count === 1 ? '1 more day' : `${count.toLocaleString('en')} more days`;
}

/** `4.21 Mbit/s`, or `6.32 Mbit/s and perhaps more`. */
export function describeMeasurement({ kbps, isAtLeast }: UplinkMeasurement): string {
  return isAtLeast ? `${format.bitrate(kbps)}, perhaps more` : format.bitrate(kbps);
}

/** How far the last event is, 0 to 1, for a bar; undefined when nothing is being measured. */
export function measuringShare({ measuring }: DestinationTest): number | undefined {
  return measuring === undefined ? undefined : Math.min(1, measuring.elapsedMs / (WARM_UP_MS + MEASURE_MS));
}

/** What it came to, in a sentence or two; null while it runs and when it failed. */
export function describeOutcome(test: DestinationTest): string | null {
  if (test.phase === 'cancelled') return 'The test was cancelled. Nothing is being sent any more.';
  if (test.phase !== 'passed') return null;
  const { measurement, connectMs } = test;
  const trip = connectMs === undefined ? '' : `; one round trip takes ${connectMs} ms`;
  if (measurement === undefined) {
    return `The server is there and takes connections${trip}. The stream key was not tried, and nothing was measured.`;
  }
  const { lowestKbps, isAtLeast, kbps } = measurement;
  const most = isAtLeast
    ? `The uplink carried ${format.bitrate(kbps)}, which is the most that this test sends here; it may carry more.`
    : `The uplink carries ${format.bitrate(kbps)}; its slowest second, ${format.bitrate(lowestKbps)}.`;
  return `The server took the stream${trip}. ${most}${describeCodec(test)}`;
}

/** What is to be said of a codec other than H.264; else nothing. */
function describeCodec({ videoCodec = 'h264', missingCodec, isCodecUnconfirmed }: DestinationTest): string {
  if (missingCodec !== undefined) {
    const missing = codecNames[missingCodec];
    return ` No encoder for ${missing} works here, so this was ${codecNames[videoCodec]}: whether ${missing} is taken is not known.`;
  }
  if (videoCodec === 'h264') return '';
  const codec = codecNames[videoCodec];
  return isCodecUnconfirmed === true
    ? ` This was ${codec}. The server did not say whether it takes it: look at the channel.`
    : ` This was ${codec}, as your stream will be.`;
}
