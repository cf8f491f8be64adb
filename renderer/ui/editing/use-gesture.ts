/** One id for everything that a field changes from its focus, or from the beginning of a drag, on: one step of undo. */
import { useCallback, useMemo, useRef } from 'react';

export interface Gesture {
  readonly id: () => string;
  /** What is changed from now on is another step. */
  readonly begin: () => void;
}

export function useGesture(): Gesture {
  const current = useRef<string>(undefined);
  const begin = useCallback(() => {
    current.current = crypto.randomUUID();
  }, []);
  const id = useCallback(() => (current.current ??= crypto.randomUUID()), []);
  return useMemo(() => ({ id, begin }), [id, begin]);
}
