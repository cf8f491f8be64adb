/**
 * A stream or a recording whose engine died goes on with the next engine, by itself: to a server that is a connection that was lost and is
 * back. A recording goes on in another file. The supervisor bounds how often an engine is started again.
 */
import { isRehearsal } from '../../../shared/broadcast/state.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import type { Command } from '../../../shared/studio/commands.ts';
import type { BroadcastSession } from './broadcast-session.ts';
import type { CommandRunner } from './command-runner.ts';

export interface ResumeOptions {
  readonly session: Pick<BroadcastSession, 'onEngineReplaced' | 'warn'>;
  readonly commands: Pick<CommandRunner, 'run'>;
}

/** For as long as the app runs. */
export function resumeAfterEngine({ session, commands }: ResumeOptions): void {
  let count = 0;
  const run = async (command: Command): Promise<void> => {
    count += 1;
    // A refusal is logged by the runner, and the window shows that nothing is on air.
    await commands.run({ requestId: `resume-${count}`, command });
  };
  session.onEngineReplaced.on(({ before, error }) => {
    const wanted = commandsFor(before);
    void wanted
      .reduce(async (done, command) => {
        await done;
        await run(command);
      }, Promise.resolve())
      // The events of a new stream begin with why there is one.
      .then(() => (wanted.length > 0 ? session.warn(error) : undefined));
  });
}

function commandsFor(before: EngineSnapshot): readonly Command[] {
  const { phase } = before.broadcast;
  const wasOnAir = phase === 'live' || phase === 'starting';
  const wasRecording = before.recorder.phase === 'recording' || before.recorder.phase === 'waiting';
  return [
    ...(wasOnAir
      ? [{ type: 'startStream', isRehearsal: isRehearsal(before), shouldRetryFirst: true } as const]
      : []),
    // One that begins with the stream runs by then.
    ...(wasRecording ? [{ type: 'startRecording' } as const] : []),
  ];
}
