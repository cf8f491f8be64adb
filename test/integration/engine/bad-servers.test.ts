/** Servers that say what no server should, to the whole engine: the good destination beside them loses nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { errorCodes } from '../../../shared/errors/error-codes.ts';
import { EngineRig } from '../../support/engine/engine-rig.ts';
import { startHostilePeer } from '../../support/servers/hostile-peer.ts';
import type { HostileScript } from '../../support/servers/hostile-peer.ts';
import { MAIN_ID } from '../../../shared/studio/document.ts';

let rig: EngineRig;

beforeAll(async () => {
  rig = await EngineRig.create({ ...defaultEncodingProfile, width: 320, height: 180, videoKbps: 300 });
  await rig.goLive();
});

afterAll(async () => {
  try {
    const { summary } = await rig.stop();
    const good = summary.destinations.find(({ kind }) => kind === 'rehearsal');
    expect(good).toMatchObject({ reconnects: 0, droppedFrames: 0 });
    expect(rig.faults).toEqual([]);
  } finally {
    rig.end();
  }
});

/** The bad destination's state while `isSo` holds of it; it is taken away after. */
async function beside(script: HostileScript, what: string, isSo: () => boolean): Promise<void> {
  const peer = await startHostilePeer(script);
  const bad = { id: 'bad', name: 'Bad', serviceId: 'custom', url: peer.url, isEnabled: true };
  rig.events.length = 0;
  rig.send({
    type: 'addDestination',
    destination: {
      ...destinationSchema.parse(bad),
      ...{ encodingId: MAIN_ID, backupName: 'Bad (backup)', key: 'sk-of-bad' },
    },
  });
  await rig.until(what, isSo);
  rig.send({ type: 'removeDestination', id: 'bad' });
  await rig.until('the bad destination to be gone', () => {
    return rig.snapshot?.destinations.every(({ id }) => id !== 'bad') === true;
  });
  await peer.stop();
  expect(rig.faults).toEqual([]);
  const good = rig.snapshot?.destinations.find(({ kind }) => kind === 'rehearsal');
  expect(good?.state.phase).toBe('live');
}

const bad = () => rig.snapshot?.destinations.find(({ id }) => id === 'bad')?.state;

test.each(Object.getOwnPropertyNames(Object.prototype))(
  'a refusal with the status code %s ends that destination alone, with a code of the list',
  async (code) => {
    await beside(
      async (connection) => {
        await connection.to('publish');
        connection.status({ level: 'error', code, description: 'no' });
      },
      'the failure',
      () => bad()?.phase === 'failed' || bad()?.phase === 'reconnecting',
    );
    const errors = rig.events.flatMap(({ error }) => (error === undefined ? [] : [error.code]));
    expect(errors).not.toEqual([]);
    for (const error of errors) expect(errorCodes).toContain(error);
  },
);

const code = 'NetConnection.Connect.ReconnectRequest';

test.each(['http://bad.example/', 'nonsense:', 'rtmp://\r\n/x', '//', 'constructor://x/y'])(
  'a move to %j, in one breath with Publish.Start, is refused in words once and ends nothing',
  async (tcUrl) => {
    await beside(
      async (connection) => {
        await connection.to('publish');
        const start = connection.statusBytes({ level: 'status', code: 'NetStream.Publish.Start' });
        const move = connection.statusBytes({ level: 'status', code, tcUrl });
        connection.send(Buffer.concat([start, move]));
        // Later it asks again.
        await connection.untilMessage('media', ({ type }) => type === 9);
        connection.send(move);
      },
      'the refusal in words, live',
      () => bad()?.phase === 'live' && rig.events.some(({ code: told }) => told === 'moveRefused'),
    );
    expect(rig.events.filter(({ code: told }) => told === 'moveRefused')).toHaveLength(1);
    expect(rig.events.some(({ kind }) => kind === 'destinationLost')).toBe(false);
  },
);
