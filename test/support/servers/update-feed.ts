/** A feed of updates on the loopback interface, signed as a release is. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sign } from 'node:crypto';
import { makeKey, publicKeyOf } from '../../../build/sign-updates.mjs';

export const NEW_VERSION = '0.2.0';
const FILE = `Upcast-${NEW_VERSION}.AppImage`;
const FEED = 'latest-linux.yml';

export interface UpdateFeed {
  readonly url: string;
  /** That its signatures are made with: what a package has as `updateKey`. */
  readonly publicKey: string;
  /** Paths that were asked for, without their queries. */
  readonly requests: string[];
  /** Offers this program as the new version. `isForged`: signed with another key. `isOther`: another file than the feed says. */
  offer(program: string, faults?: { readonly isForged?: boolean; readonly isOther?: boolean }): void;
  stop(): Promise<void>;
}

export async function startUpdateFeed(): Promise<UpdateFeed> {
  const [key, otherKey] = [makeKey(), makeKey()];
  const files = new Map<string, Buffer>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://feed').pathname.slice(1);
    requests.push(path);
    const found = files.get(path);
    response.writeHead(found === undefined ? 404 : 200, { 'content-length': found?.length ?? 0 });
    response.end(found);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}/`, publicKey: publicKeyOf(key), requests },
    offer: (program, { isForged = false, isOther = false } = {}) => {
      const bytes = Buffer.from(program);
      const sha512 = createHash('sha512').update(bytes).digest('base64');
      const feed = Buffer.from(
        [
          ...[`version: ${NEW_VERSION}`, 'files:', `  - url: ${FILE}`, `    sha512: ${sha512}`],
          ...[`    size: ${bytes.length}`, `path: ${FILE}`, `sha512: ${sha512}`],
          ...[
            'releaseNotes: |',
            '  - Streams never end by themselves.',
            "releaseDate: '2026-11-29T00:00:00.000Z'",
            '',
          ],
        ].join('\n'),
      );
      files.set(FEED, feed);
      // oxlint-disable-next-line unicorn/no-null -- Ed25519 names its hash itself
      const signature = sign(null, feed, isForged ? otherKey : key);
      files.set(`${FEED}.sig`, Buffer.from(signature.toString('base64')));
      files.set(FILE, isOther ? Buffer.from(`${program}# another\n`) : bytes);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
