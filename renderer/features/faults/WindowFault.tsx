/**
 * What the window shows when the whole of it can't be rendered: ending the stream and loading the window anew. It uses
 * no other part of the window, and believes nothing of the state that may have been the cause.
 */
import { useState } from 'react';
import { useStore } from 'zustand';
import type { RunCommand } from '../../state/commands.ts';
import type { Session } from '../../state/session.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { texts } from '../../../shared/text/text.ts';
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
      <h1>{texts.faults.windowTitle}</h1>
      <p>{isOnAir ? texts.faults.onAir : texts.faults.offAir}</p>
      {ending === 'failed' ? <p>{texts.faults.cannotEnd}</p> : undefined}
      <div className={css['buttons']}>
        {isOnAir ? (
          <Button variant="live" size="large" onClick={end}>
            {ending === 'asked' || phase === 'stopping' ? texts.goLive.endNow : texts.goLive.endStream}
          </Button>
        ) : undefined}
        <Button size="large" onClick={() => window.location.reload()}>
          {texts.faults.reload}
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
