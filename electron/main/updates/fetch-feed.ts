/** Fetches a feed's small files, through the system's proxy, with a session that keeps nothing. */
import { session } from 'electron';
import type { Feed } from './read-feed.ts';

const SESSION = 'updates';
const DEADLINE_MS = 30_000;

export function feedFetcher(): Feed['fetch'] {
  return async (url, maximumBytes) => {
    const own = session.fromPartition(SESSION, { cache: false });
    const response = await own.fetch(url, {
      ...{ credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(DEADLINE_MS) },
    });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return await readAtMost(response, maximumBytes);
  };
}

async function readAtMost(response: Response, maximumBytes: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one part after the other
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    length += part.value.length;
    if (length > maximumBytes) throw new Error(`the file is larger than ${maximumBytes} bytes`);
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}
