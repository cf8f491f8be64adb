/** Looks at what a server has recorded so far: a picture is on air once it is there, however long it took. */
import type { NginxServer } from '../servers/nginx.ts';
import { waitUntil } from '../processes/processes.ts';
import { smallPictures } from './small-pictures.ts';
import type { SmallPicture } from './small-pictures.ts';

const ARRIVED_MS = 60_000;

/** Resolves once the newest recorded picture of `key` is so. @param what for the error. */
export async function waitForPicture(
  server: NginxServer,
  key: string,
  what: string,
  isWanted: (picture: SmallPicture) => boolean,
): Promise<void> {
  const isThere = async (): Promise<boolean> => {
    const file = server.recordings(key).at(-1);
    // What is not whole yet is looked at again.
    const pictures = file === undefined ? [] : await smallPictures(file).catch(() => []);
    const newest = pictures.at(-1);
    return newest !== undefined && isWanted(newest);
  };
  await waitUntil(`${what} in the recording`, isThere, ARRIVED_MS);
}
