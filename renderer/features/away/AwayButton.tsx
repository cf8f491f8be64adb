/** Be right back: on, viewers see the slate and hear nothing, and the stream goes on. */
import { Coffee } from 'lucide-react';
import { useCapture, useServices } from '../../state/services.ts';
import { SLATE_WORDS } from '../../media/worker/slate-look.ts';
import { Button } from '../../ui/controls/Button.tsx';
import css from './AwayButton.module.css';

export function AwayButton() {
  const { capture } = useServices();
  const isAway = useCapture((state) => state.isAway);
  return (
    <Button
      className={css['away']}
      aria-pressed={isAway}
      title={`${isAway ? 'Viewers see this slate and hear nothing. Come back' : 'A slate and silence, while the stream goes on'}  Ctrl+B`}
      icon={<Coffee size={16} strokeWidth={1.75} aria-hidden />}
      onClick={() => capture.setAway(!isAway)}
    >
      <span className={css['words']}>{SLATE_WORDS}</span>
    </Button>
  );
}
