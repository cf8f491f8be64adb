/** Says that Upcast runs on an old Electron, which is for development and tests; can be put away for this run. */
import { useState } from 'react';
import { X } from 'lucide-react';
import { useServices } from '../../state/services.ts';
import { IconButton } from '../../ui/controls/IconButton.tsx';
import { texts } from '../../../shared/text/text.ts';
import css from './RuntimeBanner.module.css';

export function RuntimeBanner() {
  const { oldRuntime } = useServices().facts;
  const [isDismissed, setIsDismissed] = useState(false);
  if (oldRuntime === undefined || isDismissed) return undefined;
  return (
    <aside className={css['banner']} aria-label={texts.window.oldElectron}>
      <p>{texts.window.oldElectronText(oldRuntime)}</p>
      <IconButton
        label={texts.common.dismiss}
        icon={<X size={14} aria-hidden />}
        onClick={() => setIsDismissed(true)}
      />
    </aside>
  );
}
