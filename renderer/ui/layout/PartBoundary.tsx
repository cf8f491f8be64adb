/** A boundary around one card or panel: a fault there leaves a short notice in its place, and the rest as it was. */
import type { ReactNode } from 'react';
import { Button } from '../controls/Button.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
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
            <strong>
              <bdi>{name}</bdi>
            </strong>{' '}
            can’t be shown because of a fault in Upcast. Streams aren’t affected.
          </p>
          <Button size="small" onClick={retry}>
            Show again
          </Button>
        </section>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
