import { expect, it } from 'vitest';
import { restartApp } from '../../../../electron/main/desktop/restart-app.ts';
import type { RestartParts } from '../../../../electron/main/desktop/restart-app.ts';
import type { EngineSnapshot, RecorderView } from '../../../../shared/broadcast/state.ts';

const snapshotWith = (recorder: RecorderView): EngineSnapshot => ({
  ...{ revision: 1, nowMs: 1, broadcast: { phase: 'idle' }, destinations: [], encoders: [] },
  recorder,
});

function open(session: Partial<RestartParts['session']>) {
  const did: string[] = [];
  const restarted = restartApp({
    app: { relaunch: () => did.push('relaunch') },
    session: { isOnAir: false, snapshot: snapshotWith({ phase: 'off' }), ...session },
    shutdown: {
      end: (exitCode) => {
        did.push(`end ${exitCode}`);
        return Promise.resolve();
      },
    },
  });
  return { did, restarted };
}

it('ends as usual once the system knows that it has to start the app again', async () => {
  const { did, restarted } = open({});
  await restarted;
  expect(did).toEqual(['relaunch', 'end 0']);
});

it.each([
  ['live', { isOnAir: true }],
  ['recording', { snapshot: snapshotWith({ phase: 'waiting' }) }],
] as const)('is refused while %s: nothing ends', async (_what, session) => {
  const { did, restarted } = open(session);
  await expect(restarted).rejects.toMatchObject({
    code: 'studio/not-ready',
    details: { reason: 'restartWhileLive' },
  });
  expect(did).toEqual([]);
});
