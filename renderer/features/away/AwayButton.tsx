/** Be right back: on, viewers see the slate and hear nothing, and the stream goes on. */
import { Coffee } from 'lucide-react';
import { useCapture, useServices } from '../../state/services.ts';
import { shownKeys, windowShortcuts } from '../../ui/keyboard/shortcut-keys.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { texts } from '../../../shared/text/text.ts';
import css from './AwayButton.module.css';

export function AwayButton() {
  const { capture } = useServices();
  const isAway = useCapture((state) => state.isAway);
  return (
    <Button
      className={css['away']}
      aria-pressed={isAway}
      title={texts.common.withShortcut(
        isAway ? texts.away.turnOff : texts.away.turnOn,
        shownKeys(windowShortcuts.away),
      )}
      icon={<Coffee size={16} strokeWidth={1.75} aria-hidden />}
      onClick={() => capture.setAway(!isAway)}
    >
      <span className={css['words']}>{texts.away.slate}</span>
    </Button>
  );
}
