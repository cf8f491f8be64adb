/** On or off, at once (ARIA switch pattern, by Radix). */
import { Switch as RadixSwitch } from 'radix-ui';
import css from './Switch.module.css';

export interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function Switch({ label, isOn, isDisabled = false, onChange }: SwitchProps) {
  return (
    <RadixSwitch.Root
      className={css['switch']}
      aria-label={label}
      checked={isOn}
      disabled={isDisabled}
      onCheckedChange={onChange}
    >
      <RadixSwitch.Thumb className={css['thumb']} />
    </RadixSwitch.Root>
  );
}
