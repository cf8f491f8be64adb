/**
 * What the window shows when the whole of it can't be rendered: ending the stream and loading the window anew. It uses
 * no other part of the window, and believes nothing of the state that may have been the cause.
 */
import { useState } from 'react';
import { useStore } from 'zustand';
import type { RunCommand } from '../../state/commands.ts';
import type { Session } from '../../state/session.ts';
import { Button } from '../../ui/controls/Button.tsx';
import css from './WindowFault.module.css';

export interface WindowFaultProps {
  readonly run: RunCommand;
  readonly session: Session;
}

type Ending = 'none' | 'asked' | 'failed';

export function WindowFault({ run, session }: WindowFaultProps) {
  const phase = useStore(session.store, readPhase);
  const [ending, setEnding] = useState<Ending>('none');
  const isOnAir = phase !== 'idle';
  const end = () => {
    const hasAsked = ending === 'asked' || phase === 'stopping';
    setEnding('asked');
    run({ type: hasAsked ? 'endStreamNow' : 'endStream' }).catch(() => setEnding('failed'));
  };
  return (
    <main className={css['window']} role="alert">
      <h1>Upcast can’t show its window</h1>
      <p>
        {isOnAir
          ? 'Your stream is still running. Reloading the window interrupts the picture for a moment.'
          : 'Nothing is on air. Reload the window; if this happens again, restart Upcast.'}
      </p>
      {ending === 'failed' ? <p>The stream couldn’t be ended. Close Upcast to end it.</p> : null}
      <div className={css['buttons']}>
        {isOnAir ? (
          <Button variant="live" size="large" onClick={end}>
            {ending === 'asked' || phase === 'stopping' ? 'End now' : 'End stream'}
          </Button>
        ) : null}
        <Button size="large" onClick={() => window.location.reload()}>
          Reload window
        </Button>
      </div>
    </main>
  );
}

/** The snapshot may be what couldn't be rendered: anything but a clear "idle" counts as on air. */
function readPhase({ snapshot }: { readonly snapshot: unknown }): unknown {
  const { broadcast } = Object(snapshot) as { readonly broadcast?: unknown };
  return (Object(broadcast) as { readonly phase?: unknown }).phase;
}
