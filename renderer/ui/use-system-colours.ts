/** What the system asks of colours. A canvas, which has read them, is drawn anew when that changes. */
import { useSyncExternalStore } from 'react';

const DARK = '(prefers-color-scheme: dark)';
const asked = [DARK, '(prefers-contrast: more)', '(forced-colors: active)'];

/** Whether the system asks for dark. */
export function useDarkScheme(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(DARK).matches);
}

/** Another text for other colours: dark or light, more contrast, colours of the system's own. */
export function useSystemColours(): string {
  return useSyncExternalStore(subscribe, () => asked.map((query) => matchMedia(query).matches).join());
}

function subscribe(changed: () => void): () => void {
  const watched = asked.map((query) => matchMedia(query));
  for (const query of watched) query.addEventListener('change', changed);
  return () => {
    for (const query of watched) query.removeEventListener('change', changed);
  };
}
