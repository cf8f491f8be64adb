/**
 * A modal dialog on the platform's own <dialog>: focus trap, Escape and an inert background without injected styles.
 * Mounted means open; the owner unmounts it when `onClose` is called. What has `data-autofocus` gets the focus first.
 */
import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { X } from 'lucide-react';
import { FloatingLayer } from './floating-layer.ts';
import { classNames } from '../class-names.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './Dialog.module.css';

export interface DialogProps {
  readonly title: ReactNode;
  readonly description?: string;
  readonly width?: 'narrow' | 'medium' | 'wide' | 'full';
  readonly role?: 'dialog' | 'alertdialog';
  /** Nothing in its body takes the focus: the body itself does, so that the arrow keys scroll it. */
  readonly isTextOnly?: boolean;
  readonly onClose: () => void;
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
}

export function Dialog({
  title,
  description,
  width = 'medium',
  role = 'dialog',
  isTextOnly = false,
  onClose,
  footer,
  children,
}: DialogProps) {
  // oxlint-disable-next-line unicorn/no-null, typescript/no-restricted-types -- React calls `ref` with null when the element is gone
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  const titleId = useId();
  const descriptionId = useId();
  useEffect(() => {
    if (dialog === null) return undefined;
    const before = document.activeElement;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [dialog]);
  // In the body: what opened it may be folded away while it is open.
  return createPortal(
    <dialog
      ref={setDialog}
      role={role}
      className={classNames(css['dialog'], css[width])}
      aria-labelledby={titleId}
      {...(description === undefined ? {} : { 'aria-describedby': descriptionId })}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // Escape pressed again without anything in between closes a dialog without asking first.
      onClose={onClose}
    >
      <FloatingLayer value={dialog ?? undefined}>
        <header className={css['header']}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={css['close']} aria-label={texts.common.close} onClick={onClose}>
            <X size={16} aria-hidden />
          </button>
        </header>
        <div
          className={css['body']}
          {...(isTextOnly ? { tabIndex: 0, role: 'group', 'aria-labelledby': titleId } : {})}
        >
          {description === undefined ? undefined : (
            <p id={descriptionId} className={css['description']}>
              {description}
            </p>
          )}
          {children}
        </div>
        {footer === undefined ? undefined : <footer className={css['footer']}>{footer}</footer>}
      </FloatingLayer>
    </dialog>,
    document.body,
  );
}
