/** A destination's card: what happens to the stream there. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format } from '../format.ts';

const steps: Readonly<Record<ConnectStep, string>> = {
  dns: 'Looking up the server',
  tcp: 'Connecting',
  tls: 'Securing the connection',
  handshake: 'RTMP handshake',
  connect: 'Opening the RTMP application',
  publish: 'Sending the stream key',
};

/** Not of an acronym. */
const lowerFirst = (text: string) =>
  /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

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
  liveOnBackup: (elapsed: string) => `Live ${elapsed} · Backup server`,
  reconnectingIn: (seconds: number, count: number) =>
    `Reconnecting in ${format.number(seconds)} s ${attempt(count)}`,
  reconnecting: (step: ConnectStep | undefined, count: number) =>
    step === undefined
      ? `Reconnecting… ${attempt(count)}`
      : `Reconnecting: ${lowerFirst(steps[step])}… ${attempt(count)}`,
  ending: (seconds: number) => `Ending… up to ${format.number(seconds)} s`,
  movedTo: (host: string) => `The server redirected this stream to ${host}.`,
  heldBack: 'Network can’t keep up: dropping frames.',
  dropped: (frames: number) => `${format.number(frames)} dropped`,
  queued: (durationMs: number) => `${format.seconds(durationMs, 1)} queued`,
  backup: (host: string, sentence: string) => `Backup ${host} · ${sentence}`,
  unencrypted: (sentence: string) => `${sentence} · Not encrypted`,
};

/** The list of destinations, a card's buttons and menu, and what lies behind its lock. */
export const destinations = {
  title: 'Destinations',
  list: 'Destination list',
  add: 'Add',
  addDestination: 'Add destination',
  importAndExport: 'Import and export',
  import: 'Import…',
  export: 'Export…',
  empty: 'Where do you want to stream? Add the server and stream key your service gives you.',
  chooseService: 'Choose a service…',
  relay: 'Send through a relay…',

  deleted: (name: string) => `Deleted “${name}”.`,
  copyName: (name: string) => `${name} copy`,
  duplicated: (name: string) => `Duplicated as “${name}”.`,
  needsKey: 'Enter the copy’s stream key.',
  needsKeyAndAddress: 'Enter a stream key and the full address. Upcast doesn’t copy secrets.',
  added: (count: number) => `Added ${format.count(count, { one: 'destination', other: 'destinations' })}.`,
  exported: (count: number) =>
    `Exported ${format.count(count, { one: 'destination', other: 'destinations' })}.`,
  savedAs: (fileName: string) => `Saved as ${fileName}.`,

  actions: {
    retryNow: 'Retry now',
    useBackup: 'Switch to backup',
    giveUp: 'Stop retrying',
    tryAgain: 'Try again',
    trustHost: 'Allow this host',
  },
  sendTo: (name: string) => `Send to ${name}`,
  moreFor: (name: string) => `More options for ${name}`,
  edit: 'Edit…',
  test: 'Test…',
  duplicate: 'Duplicate',
  moveUp: 'Move up',
  moveDown: 'Move down',
  delete: 'Delete',

  tlsVersion: (protocol: string) => protocol.replace('TLSv', 'TLS '),
  showCertificate: (version: string) => `${version}: show certificate`,
  ownAuthority: 'Signed by the certificate authority you added',
};

export const certificate = {
  title: (name: string) => `Connection to ${name}`,
  description: 'Encrypted. Upcast verified the server’s certificate and host name.',
  host: 'Host',
  protocol: 'Protocol',
  protocolAndCipher: (protocol: string, cipher: string) => `${protocol}, ${cipher}`,
  issuedTo: 'Issued to',
  issuedBy: 'Issued by',
  ownAuthority: (issuer: string) => `${issuer}, the authority you added`,
  validUntil: 'Valid until',
  validity: (untilMs: number, days: number) =>
    `${format.date(untilMs)} (${format.count(days, { one: 'day', other: 'days' })} left)`,
  chain: 'Chain',
  fingerprint: 'SHA-256 fingerprint',
};
