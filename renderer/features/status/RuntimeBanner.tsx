/** Says that Upcast runs on an old Electron, which is for development and tests; can be put away for this run. */
import { useState } from 'react';
import { X } from 'lucide-react';
import { useServices } from '../../state/services.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import css from './RuntimeBanner.module.css';

export function RuntimeBanner() {
  const { oldRuntime } = useServices().facts;
  const [isDismissed, setIsDismissed] = useState(false);
  if (oldRuntime === null || isDismissed) return null;
  return (
    <aside className={css['banner']} aria-label="Old Electron">
      <p>
        Old Electron {oldRuntime}: for development only. It lacks security fixes, so don’t stream with it.
      </p>
      <IconButton label="Dismiss" icon={<X size={14} aria-hidden />} onClick={() => setIsDismissed(true)} />
    </aside>
  );
}
