import { expect, test } from 'vitest';
import { probe } from '../../../../electron/rtmp/net/probe.ts';
import { startReceiver } from '../../../../electron/rtmp/receiver/receiver.ts';
import { findFreePorts, waitUntil } from '../../../support/processes/processes.ts';
import { startBlackHole } from '../../../support/servers/black-hole.ts';

const { signal } = new AbortController();
const limits = { deadlineMs: 5000, signal };

test('a server that speaks answers a probe, in the clear and over TLS', async () => {
  const plain = await startReceiver({ isTls: false });
  const secure = await startReceiver({ isTls: true });
  const tls = { minimumVersion: 'TLSv1.2', extraAuthorityPem: secure.caPem ?? '' } as const;
  try {
    await probe({ url: plain.url, isAnswerWanted: true, ...limits });
    await probe({ url: plain.url, isAnswerWanted: false, ...limits });
    await probe({ url: secure.url, tls, isAnswerWanted: true, ...limits });
    await expect(probe({ url: secure.url, isAnswerWanted: true, ...limits })).rejects.toMatchObject({
      code: 'transport/certificate-unknown-authority',
    });
  } finally {
    await Promise.all([plain.close(), secure.close()]);
  }
});

test('an open port where nobody speaks is no answer, and the connection is closed', async () => {
  const silent = await startBlackHole();
  const url = `rtmp://localhost:${silent.port}/live`;
  try {
    await probe({ url, isAnswerWanted: false, ...limits });
    const asked = probe({ url, isAnswerWanted: true, deadlineMs: 200, signal });
    await expect(asked).rejects.toMatchObject({ code: 'transport/timeout', details: { step: 'handshake' } });
    await waitUntil('the connections to be closed', () => silent.connections === 0);
  } finally {
    await silent.stop();
  }
});

test('a closed port, a tunnel and an abort are told', async () => {
  const [port = 0] = await findFreePorts(1);
  const url = `rtmp://localhost:${port}/live`;
  await expect(probe({ url, isAnswerWanted: true, ...limits })).rejects.toMatchObject({
    code: 'transport/refused',
  });
  await expect(
    probe({ url: `rtmpt://localhost:${port}/live`, isAnswerWanted: true, ...limits }),
  ).rejects.toMatchObject({ code: 'internal/bug' });
  const aborted = probe({ url, isAnswerWanted: true, deadlineMs: 5000, signal: AbortSignal.abort() });
  await expect(aborted).rejects.toMatchObject({ code: 'internal/aborted' });
});
