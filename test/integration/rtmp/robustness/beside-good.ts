/**
 * The same attack on the whole engine: the hostile peer is one destination of a real broadcast, a good one is live beside it. However the
 * attack ends, nothing stays unhandled, and the good destination loses nothing over all attacks of a file.
 */
import { afterAll, expect } from 'vitest';
import { destinationSchema } from '../../../../shared/destinations/destination.ts';
import type { DestinationState } from '../../../../shared/broadcast/state.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import { errorCodes } from '../../../../shared/errors/error-codes.ts';
import { EngineRig } from '../../../support/engine/engine-rig.ts';
import { startHostilePeer } from '../../../support/servers/hostile-peer.ts';
import type { Attack } from './attack-types.ts';

const profile = { ...defaultEncodingProfile, width: 160, height: 160, fps: 15, videoKbps: 100 };
const BAD = 'bad';

let opening: Promise<EngineRig> | undefined;

async function openRig(): Promise<EngineRig> {
  const rig = await EngineRig.create(profile);
  await rig.goLive([], { isRecording: false });
  return rig;
}

afterAll(async () => {
  const rig = await opening;
  if (!rig) return;
  try {
    const { summary } = await rig.stop();
    const good = summary.destinations.find(({ kind }) => kind === 'rehearsal');
    expect(good).toMatchObject({ reconnects: 0, droppedFrames: 0, sentFrames: summary.encodedFrames });
    expect(rig.faults).toEqual([]);
  } finally {
    rig.end();
  }
});

/** Plays the attack on the engine, where a destination can be set up as the attack wants its publisher. */
export async function runBesideGood(attack: Attack, key: string): Promise<void> {
  const { username, password, tls, ...others } = attack.options ?? {};
  if (Object.values(others).some((value) => value !== undefined)) return;
  opening ??= openRig();
  const rig = await opening;
  let isPlayed = false;
  const peer = await startHostilePeer(async (connection, index) => {
    await connection.to(attack.at);
    await attack.play(connection, index);
    if (attack.goesOnFrom) await connection.from(attack.goesOnFrom, 'live');
    isPlayed = true;
  }, attack.certificate);
  const state = (): DestinationState | undefined =>
    rig.snapshot?.destinations.find(({ id }) => id === BAD)?.state;
  const isOver = (): boolean => {
    const phase = state()?.phase;
    return phase === 'failed' || phase === 'reconnecting' || (phase === 'live' && isPlayed);
  };
  rig.events.length = 0;
  const fields = { id: BAD, name: 'Bad', serviceId: 'custom', url: peer.url, isEnabled: true, username, tls };
  const destination = {
    ...destinationSchema.parse(fields),
    ...{ key, encodingId: 'main', backupName: 'Bad (backup)' },
  };
  try {
    rig.send({
      type: 'addDestination',
      destination: password === undefined ? destination : { ...destination, password },
    });
    await rig.until(`the attack to be over: ${attack.name}`, isOver);
    rig.send({ type: 'removeDestination', id: BAD });
    await rig.until('the bad destination to be gone', () => state() === undefined);
  } finally {
    await peer.stop();
  }
  expect(rig.faults).toEqual([]);
  for (const { error } of rig.events) if (error) expect(errorCodes).toContain(error.code);
  expect(JSON.stringify(rig.events)).not.toContain(key);
  const good = rig.snapshot?.destinations.find(({ kind }) => kind === 'rehearsal');
  expect(good?.state.phase).toBe('live');
}
