/** A boundary around one card or panel: a fault there leaves a short notice in its place, and the rest as it was. */
import type { ReactNode } from 'react';
import { Button } from '../controls/Button.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NamedText } from './NamedText.tsx';
import { texts } from '../../../shared/text/text.ts';
import css from './PartBoundary.module.css';

export interface PartBoundaryProps {
  /** The part's name as the user knows it: the destination's name, "Events". */
  readonly name: string;
  readonly children: ReactNode;
}

export function PartBoundary({ name, children }: PartBoundaryProps) {
  return (
    <ErrorBoundary
      fallback={(retry) => (
        <section className={css['part']} role="alert" aria-label={name}>
          <p>
            <NamedText text={texts.faults.part(name)} name={name} />
          </p>
          <Button size="small" onClick={retry}>
            {texts.faults.showAgain}
          </Button>
        </section>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
