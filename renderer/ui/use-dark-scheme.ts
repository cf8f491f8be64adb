/** Whether the system asks for dark; a canvas has to be drawn anew when that changes. */
import { useSyncExternalStore } from 'react';

const query = matchMedia('(prefers-color-scheme: dark)');

export function useDarkScheme(): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}
