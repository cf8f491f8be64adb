/** `npm run live` to a server over UDP: what arrives, the goodbye, and a refusal in words. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { ReceiverEvent } from '../../../electron/rtmp/receiver/receiver.ts';
import { startFlowsReceiver } from '../../../electron/rtmp/receiver/receiver-flows.ts';
import { startProcess } from '../../support/processes/processes.ts';

it('live streams to a server over UDP, says goodbye, and is told when the key is wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-rtmfp-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const receiver = await startFlowsReceiver();
  onTestFinished(() => receiver.close());
  const events: ReceiverEvent[] = [];
  receiver.onEvent((event) => events.push(event));
  const keyFile = join(folder, 'key.txt');
  const live = (seconds: string) =>
    startProcess(
      process.execPath,
      [
        ...['build/live.mjs', '--source', 'pattern', '--size', '320x180', '--seconds', seconds],
        ...['--to', receiver.url, '--key-file', keyFile],
      ],
      { env: { ...process.env, UPCAST_USER_DATA: join(folder, 'data') } },
    );
  writeFileSync(keyFile, receiver.key);
  const ended = live('3');
  expect(await ended.exited, ended.output()).toBe(0);
  await expect.poll(() => events.at(-1)).toMatchObject({ type: 'publishEnded', isClean: true });
  const kinds = new Set(
    events.flatMap((event) => (event.type === 'packetReceived' ? [event.packet.kind] : [])),
  );
  expect(kinds).toEqual(new Set(['script', 'video', 'audio']));
  writeFileSync(keyFile, 'not-the-key-5d1f');
  const refused = live('3');
  expect(await refused.exited, refused.output()).toBe(3);
  expect(refused.output()).toContain('The server rejected the stream key.');
  expect(refused.output()).not.toContain('not-the-key-5d1f');
});
