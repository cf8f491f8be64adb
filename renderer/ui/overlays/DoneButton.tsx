/** The button that closes a dialog whose changes count at once. */
import { Button } from '../controls/Button.tsx';
import type { ButtonProps } from '../controls/Button.tsx';
import { texts } from '../../../shared/text/text.ts';

export function DoneButton(props: Omit<ButtonProps, 'variant' | 'children'>) {
  return (
    <Button variant="primary" {...props}>
      {texts.common.done}
    </Button>
  );
}
