/** A destination's card: what happens to the stream there. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format } from '../format.ts';

const steps: Readonly<Record<ConnectStep, string>> = {
  dns: 'Looking up the server',
  tcp: 'Connecting',
  tls: 'Securing the connection',
  handshake: 'Handshake',
  connect: 'Opening the application',
  publish: 'Sending the stream key',
};

const attempt = (count: number) => `(attempt ${format.number(count)})`;

export const card = {
  off: 'Off',
  waitsForRehearsal: 'Paused while you rehearse',
  keyMissing: 'No stream key saved',
  ready: 'Ready',
  readyAt: (host: string) => `Ready · ${host}`,
  connecting: (step: ConnectStep, count: number) =>
    count > 1 ? `${steps[step]}… ${attempt(count)}` : `${steps[step]}…`,
  live: (elapsed: string) => `Live ${elapsed}`,
  liveOnBackup: (elapsed: string) => `Live on the backup server ${elapsed}`,
  reconnectingIn: (seconds: number, count: number) =>
    `Reconnecting in ${format.number(seconds)} s ${attempt(count)}`,
  reconnecting: (step: ConnectStep | undefined, count: number) =>
    step === undefined
      ? `Reconnecting… ${attempt(count)}`
      : `Reconnecting: ${steps[step].toLowerCase()}… ${attempt(count)}`,
  ending: (seconds: number) => `Ending… up to ${format.number(seconds)} s`,
  movedTo: (host: string) => `The server sent this stream to ${host}.`,
  heldBack: 'Network can’t keep up: dropping frames.',
  dropped: (frames: number) => `${format.number(frames)} dropped`,
  queued: (durationMs: number) => `${format.seconds(durationMs, 1)} queued`,
  backup: (host: string, sentence: string) => `Backup ${host} · ${sentence}`,
  unencrypted: (sentence: string) => `${sentence} · Not encrypted`,
};
