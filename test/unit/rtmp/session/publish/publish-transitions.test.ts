import { describe, expect, it } from 'vitest';
import { amfObject } from '../../../../../electron/rtmp/amf/amf-value.ts';
import type { AmfValue } from '../../../../../electron/rtmp/amf/amf-value.ts';
import type { PublishSession, PublishSessionPhase } from '../../../../../electron/rtmp/index.ts';
import { buildCommand } from '../../../../../electron/rtmp/message/command.ts';
import {
  publishInputs,
  publishTransitions,
} from '../../../../../electron/rtmp/session/publish/publish-transitions.ts';
import type { PublishInput } from '../../../../../electron/rtmp/session/publish/publish-transitions.ts';
import { ScriptedServer } from '../../support/scripted-server.ts';

const phases = Object.keys(publishTransitions) as PublishSessionPhase[];

function status(code: string, level = 'status'): Uint8Array {
  return buildCommand('onStatus', 0, [null, amfObject({ level, code })]);
}

function result(transaction: number, ...values: AmfValue[]): Uint8Array {
  return buildCommand('_result', transaction, values);
}

/** A session brought into the phase by a scripted server. */
function sessionIn(phase: PublishSessionPhase): ScriptedServer {
  const server = new ScriptedServer();
  if (phase === 'idle') return server;
  server.session.start(0);
  if (phase === 'handshake') return server;
  server.shakeHands();
  if (phase === 'connecting') return server;
  if (phase === 'failed') {
    server.command(status('NetConnection.Connect.Rejected', 'error'));
    return server;
  }
  server.command(result(1, null, null));
  server.command(result(4, null, 1));
  if (phase === 'creatingStream') return server;
  server.command(status('NetStream.Publish.Start'));
  if (phase === 'ended') server.session.end();
  return server;
}

/** What brings each input about from outside; undefined where nothing can. */
const causes: Readonly<Record<PublishInput, (server: ScriptedServer) => void>> = {
  started: ({ session }) => session.start(0),
  handshakeCompleted: (server) => server.shakeHands(),
  connectAccepted: (server) => server.command(result(1, null, null)),
  streamCreated: (server) => server.command(result(4, null, 1)),
  publishStarted: (server) => server.command(status('NetStream.Publish.Start')),
  refused: (server) => server.command(status('NetStream.Publish.BadName', 'error')),
  serverUnpublished: (server) => server.command(status('NetStream.Unpublish.Success')),
  endedByUs: ({ session }) => session.end(),
  failed: (server) => server.message(1, new Uint8Array(4)),
};

function outcome(session: PublishSession, act: () => void): string {
  const before = session.phase;
  try {
    act();
  } catch (error) {
    if ((error as { code?: string }).code === 'internal/bug') return 'illegal';
  }
  return session.phase === before ? 'ignored' : session.phase;
}

describe('the phases of a publish session', () => {
  for (const phase of phases) {
    for (const input of publishInputs) {
      const expected = publishTransitions[phase][input];
      // Nothing a server sends can be read before the handshake is over, nor mean another handshake after it.
      const isReachable =
        input === 'started' ||
        input === 'endedByUs' ||
        (phase !== 'idle' && phase !== 'handshake' && input !== 'handshakeCompleted');
      if (!isReachable) continue;
      it(`${phase} + ${input} = ${expected}`, () => {
        const server = sessionIn(phase);
        expect(server.session.phase).toBe(phase);
        const seen = outcome(server.session, () => causes[input](server));
        expect(seen).toBe(expected === phase ? 'ignored' : expected);
      });
    }
  }

  it('go from the handshake to connecting', () => {
    const server = sessionIn('handshake');
    server.shakeHands();
    expect(server.session.phase).toBe('connecting');
  });

  it('name only phases that exist, and every pair', () => {
    for (const phase of phases) {
      expect(Object.keys(publishTransitions[phase]).sort()).toEqual([...publishInputs].sort());
      for (const input of publishInputs) {
        expect([...phases, 'ignored', 'illegal']).toContain(publishTransitions[phase][input]);
      }
    }
  });

  it.each(phases)('let media be sent only while publishing: %s', (phase) => {
    const { session } = sessionIn(phase);
    const seen = outcome(session, () => session.sendMedia('audio', 0, new Uint8Array(1)));
    expect(seen).toBe(phase === 'publishing' ? 'ignored' : 'illegal');
  });
});
