/** The test of a destination: its steps, outcome, and recommendation. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format } from '../format.ts';

const stepNames: Readonly<Record<ConnectStep | 'measure', string>> = {
  dns: 'Look up the server',
  tcp: 'Connect',
  tls: 'Secure the connection',
  handshake: 'RTMP handshake',
  connect: 'Open the RTMP application',
  publish: 'Send the stream key',
  measure: 'Measure upload speed',
};

export const destinationTest = {
  title: (name: string) => `Test ${name}`,
  description: 'Checks each step of connecting. Viewers see nothing unless you choose to send test video.',
  steps: 'Steps',
  stepNames,
  start: 'Start test',
  again: 'Test again',
  cancel: 'Cancel test',
  testMode: (service: string) =>
    `${service} has a test mode, so Upcast also sends test video for 13 seconds to measure your upload speed. Viewers don’t see it.`,
  publish: 'Send test video and measure upload speed',
  publishHint: (isRelay: boolean) =>
    `Sends gray video without audio for 13 seconds. It may appear on ${isRelay ? 'every channel behind the relay' : 'your channel'}.`,

  skipped: 'Skipped',
  running: '…',
  measuring: (rate: string, seconds: number) => `${rate} · ${format.number(seconds)} s left`,
  waitingForServer: 'Waiting for the server…',
  milliseconds: (ms: number) => `${format.number(ms)} ms`,
  failed: 'Failed',
  failedAfter: (time: string) => `Failed after ${time}`,
  secured: (protocol: string, days: number, time: string) =>
    `${protocol} · certificate expires in ${format.count(days, { one: 'day', other: 'days' })} · ${time}`,
  measured: (rate: string, isAtLeast: boolean) => (isAtLeast ? `${rate} or more` : rate),

  cancelled: 'Test canceled. Upcast isn’t sending anything.',
  /** @param roundTripMs undefined where it isn't known. */
  reachable: (roundTripMs: number | undefined) =>
    `The server accepts connections${roundTrip(roundTripMs)}. The test didn’t check the stream key or upload speed.`,
  accepted: (roundTripMs: number | undefined) => `The server accepted the stream${roundTrip(roundTripMs)}.`,
  uploadAtLeast: (rate: string) => `Your upload reached ${rate}, the most this test sends. It may be faster.`,
  upload: (rate: string, lowest: string) => `Upload speed: ${rate} (slowest second: ${lowest}).`,
  codecMissing: (missing: string, used: string) =>
    `No ${missing} encoder works on this computer, so the test used ${used}. The test didn’t check support for ${missing}.`,
  codecUnconfirmed: (codec: string) =>
    `The test used ${codec}. The server didn’t confirm that it supports ${codec}, so check that video appears on your channel.`,
  codecUsed: (codec: string) => `The test used ${codec}, like your stream.`,

  tooSlow:
    'Your upload is too slow for your destinations, even at the lowest bitrate. If more than one is on, turn one off.',
  settingsFit: 'Your settings fit your upload speed: ',
  recommended: 'Recommended for all destinations that are on: ',
  profile: (width: number, height: number, fps: string, rate: string) =>
    `${width} × ${height}, ${fps} fps, ${rate}`,
  apply: 'Apply',
  applied: 'Updated the encoding settings.',
};

function roundTrip(ms: number | undefined): string {
  return ms === undefined ? '' : ` (round trip: ${format.number(ms)} ms)`;
}
