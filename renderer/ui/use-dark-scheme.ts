/** Whether the system asks for dark; a canvas has to be drawn anew when that changes. */
import { useSyncExternalStore } from 'react';

const query = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

export function useDarkScheme(): boolean {
  return useSyncExternalStore(subscribe, () => query().matches);
}

function subscribe(changed: () => void): () => void {
  const watched = query();
  watched.addEventListener('change', changed);
  return () => watched.removeEventListener('change', changed);
}
