/** Adobe's and Limelight's authentication over the wire, against a server that verifies every hash; ffmpeg as the judge. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AuthenticationGate } from '../../../electron/rtmp/receiver/authentication-gate.ts';
import { openPublisher } from '../../../electron/rtmp/publisher/publisher.ts';
import type { PublisherOptions } from '../../../electron/rtmp/publisher/publisher.ts';
import { startReceiver } from '../../../electron/rtmp/receiver/receiver.ts';
import type { Receiver } from '../../../electron/rtmp/receiver/receiver.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { ffmpegPath, makeFlv } from '../../support/media/ffmpeg.ts';

const run = promisify(execFile);
const kinds = ['adobe', 'llnw'] as const;
const username = 'bob';
const password = 'a+very/secret=word';

async function demanding(kind: 'adobe' | 'llnw'): Promise<Receiver> {
  const receiver = await startReceiver({
    isTls: false,
    authentication: { kind, username, password },
    onPublish: () => ({ isAccepted: true }),
  });
  onTestFinished(() => receiver.close());
  return receiver;
}

async function failure(options: PublisherOptions): Promise<AppError> {
  const outcome: unknown = await openPublisher(options).catch((error: unknown) => error);
  if (!(outcome instanceof AppError)) throw new Error('it was let in');
  const said = JSON.stringify(outcome.toRecord()) + String(outcome.stack);
  for (const secret of [password, options.password ?? password]) expect(said).not.toContain(secret);
  return outcome;
}

describe.each(kinds)('authentication by %s', { timeout: 30_000 }, (kind) => {
  it('lets in who knows the password, and again', async () => {
    const receiver = await demanding(kind);
    for (let time = 0; time < 2; time += 1) {
      const options = { url: receiver.url, streamKey: 'key', username, password };
      const publisher = await openPublisher(options);
      expect(publisher.tcUrl).toBe(receiver.url);
      await publisher.end();
    }
  });

  it('takes name and password from the address', async () => {
    const receiver = await demanding(kind);
    const url = receiver.url.replace('//', `//${username}:${encodeURIComponent(password)}@`);
    const publisher = await openPublisher({ url, streamKey: 'key' });
    await publisher.end();
  });

  it('tells missing from wrong, and both from a lost connection', async () => {
    const receiver = await demanding(kind);
    const base = { url: receiver.url, streamKey: 'key' };
    const missing = await failure(base);
    expect(missing.code).toBe('rtmp/authentication-required');
    expect(missing.details['serverWords']).toContain(`need auth; authmod=${kind}`);
    const wrong = await failure({ ...base, username, password: 'another one' });
    expect(wrong.code).toBe('rtmp/authentication-failed');
    expect(wrong.details['serverWords']).toContain('authfailed');
    const unknown = await failure({ ...base, username: 'eve', password });
    expect(unknown.code).toBe('rtmp/authentication-failed');
    expect(unknown.details['serverWords']).toContain('nosuchuser');
  });

  it('takes ffmpeg with the password, and not with another', async () => {
    const receiver = await startReceiver({
      isTls: false,
      authentication: { kind, username, password: 'simple' },
      onPublish: () => ({ isAccepted: true }),
    });
    onTestFinished(() => receiver.close());
    const folder = mkdtempSync(join(tmpdir(), 'upcast-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const media = join(folder, 'media.flv');
    await makeFlv(media, { seconds: 1 });
    const ended = new Promise((resolve) =>
      receiver.onEvent((event) => event.type === 'publishEnded' && resolve(event)),
    );
    const publish = (secret: string): Promise<unknown> => {
      const url = `${receiver.url.replace('//', `//${username}:${secret}@`)}/key`;
      return run(ffmpegPath(), ['-v', 'error', '-i', media, '-c', 'copy', '-f', 'flv', url]);
    };
    await expect(publish('wrong')).rejects.toThrow(/auth/i);
    await publish('simple');
    expect(await ended).toMatchObject({ isClean: true, report: { video: { frames: 30 } } });
  });
});

describe('the gate', () => {
  it('lets an answer serve once, and none that was made up', () => {
    const gate = new AuthenticationGate({ kind: 'adobe', username, password });
    const asked = gate.judge(`live?authmod=adobe&user=${username}`);
    expect(asked).toMatchObject({ isAccepted: false, description: expect.stringContaining('needauth') });
    for (const tail of ['&response=', '&response=x&opaque=y', '&challenge=1&response=AAAA&opaque=']) {
      expect(gate.judge(`live?authmod=adobe&user=${username}${tail}`)).toMatchObject({
        isAccepted: false,
        description: expect.stringContaining('authfailed'),
      });
    }
  });
});
