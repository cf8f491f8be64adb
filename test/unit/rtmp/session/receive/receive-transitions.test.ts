import { describe, expect, it } from 'vitest';
import { amfObject } from '../../../../../electron/rtmp/amf/amf-value.ts';
import type { ReceiveSessionPhase } from '../../../../../electron/rtmp/session/receive/receive-session-types.ts';
import {
  receiveInputs,
  receiveTransitions,
} from '../../../../../electron/rtmp/session/receive/receive-transitions.ts';
import type { ReceiveInput } from '../../../../../electron/rtmp/session/receive/receive-transitions.ts';
import { ScriptedClient } from '../../support/scripted-client.ts';

const phases = Object.keys(receiveTransitions) as ReceiveSessionPhase[];
const words = { code: 'NetConnection.Connect.Rejected', description: 'No.' };

const connect = (client: ScriptedClient): unknown => client.command('connect', 1, amfObject({ app: 'live' }));
const publish = (client: ScriptedClient): unknown => client.command('publish', 3, null, 'key', 'live');

/** A session brought into the phase by a scripted client. */
function clientIn(phase: ReceiveSessionPhase): ScriptedClient {
  const client = new ScriptedClient(phase !== 'handshake');
  if (phase === 'handshake' || phase === 'connecting') return client;
  if (phase === 'failed') return client.message(1, new Uint8Array(4));
  connect(client);
  if (phase === 'connectRequested') return client;
  if (phase === 'ended') client.session.rejectConnect(words);
  else client.session.acceptConnect();
  if (phase === 'ended' || phase === 'connected') return client;
  publish(client);
  if (phase === 'publishing') client.session.acceptPublish();
  return client;
}

const causes: Readonly<Record<ReceiveInput, (client: ScriptedClient) => unknown>> = {
  handshakeCompleted: (client) => client.shakeHands(),
  connectRequested: connect,
  connectAccepted: ({ session }) => session.acceptConnect(),
  connectRejected: ({ session }) => session.rejectConnect(words),
  publishRequested: publish,
  publishAccepted: ({ session }) => session.acceptPublish(),
  publishRejected: ({ session }) => session.rejectPublish(words),
  unpublished: (client) => client.command('deleteStream', 0, null, 1),
  failed: (client) => client.message(1, new Uint8Array(4)),
};
const answers: readonly ReceiveInput[] = [
  'connectAccepted',
  'connectRejected',
  'publishAccepted',
  'publishRejected',
];

function outcome({ session }: ScriptedClient, act: () => unknown): string {
  const before = session.phase;
  try {
    act();
  } catch (error) {
    if ((error as { code?: string }).code === 'internal/bug') return 'illegal';
  }
  return session.phase === before ? 'ignored' : session.phase;
}

describe('the phases of a receive session', () => {
  for (const phase of phases) {
    for (const input of receiveInputs) {
      const expected = receiveTransitions[phase][input];
      // A client's messages can't be read before the handshake, nor while an answer is awaited, nor after a failure.
      const isDeaf = ['handshake', 'connectRequested', 'publishRequested', 'failed'].includes(phase);
      const isFirst = phase === 'handshake' && input === 'handshakeCompleted';
      const isReachable = answers.includes(input) || isFirst || (!isDeaf && input !== 'handshakeCompleted');
      if (!isReachable) continue;
      it(`${phase} + ${input} = ${expected}`, () => {
        const client = clientIn(phase);
        expect(client.session.phase).toBe(phase);
        expect(outcome(client, () => causes[input](client))).toBe(expected === phase ? 'ignored' : expected);
      });
    }
  }

  it.each(['connectRequested', 'publishRequested'] as const)('hold messages while %s', (phase) => {
    const client = clientIn(phase);
    expect(outcome(client, () => causes.failed(client))).toBe('ignored');
  });

  it('name only phases that exist, and every pair', () => {
    for (const phase of phases) {
      expect(Object.keys(receiveTransitions[phase]).sort()).toEqual([...receiveInputs].sort());
      for (const input of receiveInputs) {
        expect([...phases, 'ignored', 'illegal']).toContain(receiveTransitions[phase][input]);
      }
    }
  });
});
