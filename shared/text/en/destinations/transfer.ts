/** Import and export of destinations, and the relay. */
import { format } from '../format.ts';
import { IMPORTABLE } from './preset-file.ts';

export const presetExport = {
  title: 'Export destinations',
  list: 'Destinations to export',
  withKeys: 'Include stream keys and passwords',
  withKeysHint:
    'Upcast encrypts stream keys and passwords with the passphrase. Anyone with the file and the passphrase can stream to your channels. You can’t recover a lost passphrase.',
  withoutKeysHint: 'Without keys and passwords, the file is safe to share. Each person enters their own.',
  passphrase: 'Passphrase',
  passphraseHint: (length: number) => `At least ${format.number(length)} characters.`,
  passphraseShort: (length: number) =>
    `Use at least ${format.number(length)} characters. Several words work best.`,
  repeat: 'Repeat passphrase',
  mismatch: 'The passphrases don’t match.',
  export: 'Export…',
  exporting: 'Exporting…',
};

export const presetImport = {
  title: 'Import destinations',
  list: 'Destinations in the file',
  origin: (origin: 'upcast' | 'obs' | 'list', fileName: string) =>
    `${{ upcast: 'Upcast destinations', obs: 'OBS service', list: 'List of addresses' }[origin]}: ${fileName}`,
  chooseFile: 'Choose file…',
  anotherFile: 'Choose another file…',
  waiting: `Choose a file. ${IMPORTABLE}`,
  passphrase: 'Passphrase',
  passphraseHint:
    'The stream keys in this file are encrypted. Without the passphrase, Upcast adds the destinations without keys.',
  unlock: 'Unlock keys',
  unlocking: 'Unlocking…',
  skipped: 'Skipped',
  addedOff: 'New destinations stay off until you turn them on.',
  withKey: 'With key',
  encrypted: 'Encrypted',
  notEncrypted: 'Not encrypted',
  duplicate: (host: string, name: string) => `${host} · already added as ${name}`,
  noteWithKey: (host: string) => `${host} · with key`,
  noteLocked: (host: string) => `${host} · key locked`,
  noteWithoutKey: (host: string) => `${host} · no key`,
  add: 'Add',
  addCount: (count: number, isLocked: boolean) =>
    `Add ${format.number(count)}${isLocked ? ' without keys' : ''}`,
};

export const relay = {
  title: 'Send through a relay',
  description:
    'Upcast sends one stream to your own media server, which forwards it to every destination. You upload only once, however many destinations you have. Upcast writes the configuration for nginx.',
  targets: 'Relay destinations',
  forwardsTo: 'Forward to',
  noTargets: 'Add destinations with stream keys first.',
  place: 'Where the relay runs',
  places: { server: 'On a server', local: 'On this computer' },
  localNote: 'A relay on this computer doesn’t save upload bandwidth. Use it to try things out.',
  host: 'Server host name',
  hostPlaceholder: 'relay.example.org',
  port: 'Port',
  certificate: 'Certificate on the server',
  certificatePlaceholder: '/etc/letsencrypt/live/…/fullchain.pem',
  certificateHint: 'Add a certificate and a private key to encrypt the connection to the relay.',
  privateKey: 'Private key on the server',
  privateKeyPlaceholder: '/etc/letsencrypt/live/…/privkey.pem',
  write: 'Choose folder and save…',

  writtenTitle: 'Relay files saved',
  writtenDescription: (folder: string) =>
    `The files are in ${folder}. The “keys” folder contains your stream keys unencrypted, readable only by you.`,
  addAndTest: 'Add as destination and test',
  noOutputs: 'The relay doesn’t forward to any destination.',
  outputs: (names: readonly string[]) => `The relay forwards to ${format.list(names)}.`,
  leftOut: (name: string, why: string) => `Left out ${name}. ${why}`,
  check: 'Check status',
  noResponse: 'No response. Is nginx running?',
  waiting: 'Running, waiting for a stream.',
  forwarding: (outputs: number) =>
    `Receiving a stream and forwarding it to ${format.count(outputs, { one: 'destination', other: 'destinations' })}.`,
};
