/** A short name beside what the pointer or the focus is on (ARIA tooltip pattern, by Radix). */
import type { ReactElement } from 'react';
import { Tooltip as RadixTooltip } from 'radix-ui';
import { useFloatingLayer } from './floating-layer.ts';
import css from './Tooltip.module.css';

export function Tooltip({ text, children }: { readonly text: string; readonly children: ReactElement }) {
  const container = useFloatingLayer();
  return (
    <RadixTooltip.Root>
      <RadixTooltip.Trigger
        asChild
        // A dialog gives the focus back: that is nobody's question after a name, unless they go by keyboard.
        onFocus={(event) => {
          if (!event.currentTarget.matches(':focus-visible')) event.preventDefault();
        }}
      >
        {children}
      </RadixTooltip.Trigger>
      <RadixTooltip.Portal {...(container === undefined ? {} : { container })}>
        <RadixTooltip.Content className={css['tooltip']} sideOffset={6} collisionPadding={8}>
          {text}
        </RadixTooltip.Content>
      </RadixTooltip.Portal>
    </RadixTooltip.Root>
  );
}

/** Stands once around the window. */
export const TooltipProvider = RadixTooltip.Provider;
