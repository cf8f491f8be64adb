/** What nginx can't forward to, and how to set up a relay; also written to a file beside its configuration. */
import { endSentence } from '../../end-sentence.ts';

export const relayRefusals = {
  badAddress: (reason: string) => endSentence(`Upcast can’t use the address or key: ${reason}`),
  tunnel: 'nginx doesn’t support RTMP over HTTP.',
  flows: 'nginx doesn’t support RTMFP.',
  signIn: 'The destination needs a username and password, which nginx can’t send.',
  noApplication: 'nginx needs an application in the address, and this address has none.',
  noKey: 'The destination has no stream key.',
  longKey: 'The stream key is too long for nginx.',
  badHost: 'nginx can’t look up the host name.',
  numericHost: 'nginx verifies certificates by host name, but this address is an IP address.',
  pin: 'nginx can’t verify a pinned certificate.',
};

export const relayGuide = {
  install: 'Install',
  installText: 'Install nginx with its RTMP and stream modules. On Debian and Ubuntu:',
  copy: 'Copy',
  copyText: (folder: string) =>
    `Copy the whole folder to ${folder} on the server, and make it readable only by root. The keys/ folder contains your stream keys.`,
  check: 'Check the files',
  start: 'Start',
  stop: 'Stop or reload',
  stopText:
    'nginx looks up host names only when it loads its configuration. Reload nginx if a service moves to another address.',
  send: 'Stream to the relay',
  sendText: (url: string) =>
    `Upcast streams to ${url} with the relay’s own key. nginx forwards the stream as long as Upcast sends it.`,
  readmeTitle: 'Relay: one stream in, one stream out to each destination.',
  readmeWarning: 'keys/ contains stream keys unencrypted. Don’t share this folder.',
};
