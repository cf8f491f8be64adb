/** Addresses that people paste: as one, and as server and key. */
import { parsePasted } from '../../../shared/destinations/paste/pasted-address.ts';
import {
  joinServerSecret,
  splitServerSecret,
  takeSecretsOut,
} from '../../../shared/destinations/server-secret.ts';
import { parseDestinationUrl } from '../../../shared/destinations/url.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { FuzzTarget } from '../fuzz-target.ts';

const encoder = new TextEncoder();

export const target: FuzzTarget = {
  name: 'url',
  run(input) {
    const text = new TextDecoder().decode(input);
    const [server = '', key] = text.split('\u0001', 2);
    takeSecretsOut({ url: text, backupUrl: server });
    const parsed = parseDestinationUrl(server, key);
    // What is saved must be readable again, and mean the same.
    const again = parseDestinationUrl(parsed.tcUrl, parsed.streamKey);
    if (
      again.app !== parsed.app.replace(/\/$/, '') ||
      again.host !== parsed.host ||
      again.port !== parsed.port
    ) {
      throw new AppError('internal/bug', { message: 'a saved address reads differently' });
    }
    const pasted = parsePasted(text);
    parseDestinationUrl(joinServerSecret(pasted.url, pasted.serverSecret), pasted.key);
    const { url, secret } = splitServerSecret(text);
    if (joinServerSecret(url, secret) !== text.trim() || splitServerSecret(url).secret !== '') {
      throw new AppError('internal/bug', { message: 'an address that was cut is not the same again' });
    }
  },
  seeds: [
    'rtmp://host.example/live/key',
    'rtmps://b.rtmps.example.com:443/live2?backup=1/key',
    'rtmps://user%40x:pa%3Ass@[2001:db8::1%25eth0]:1936/app/inst/key?token=a=b&x=/y',
    'rtmpt://bücher.example/ondemand/mp4:dir/file.mp4?slist=name',
    'rtmps://host/rtmp/\u0001123?s_bl=1&a=x/y',
    'Server: "rtmp://host.example/live"\nStream key: key',
  ].map((seed) => encoder.encode(seed)),
};
