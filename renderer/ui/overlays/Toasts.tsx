/** Shows the toast store; a problem, or a note that is kept, stays until it is closed; any other leaves after eight seconds. */
import { CircleAlert, X } from 'lucide-react';
import { Toast as RadixToast } from 'radix-ui';
import { useStore } from 'zustand';
import { Button } from '../controls/Button.tsx';
import { NamedText } from '../layout/NamedText.tsx';
import type { ToastStore } from './toast-store.ts';
import { classNames } from '../class-names.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './Toasts.module.css';

const NOTE_MS = 8000;

export function Toasts({ toasts }: { readonly toasts: ToastStore }) {
  const shown = useStore(toasts.store, (state) => state.toasts);
  return (
    <RadixToast.Provider swipeDirection="right" duration={NOTE_MS} label={texts.toasts.one}>
      {shown.map((toast) => (
        <RadixToast.Root
          key={toast.id}
          className={classNames(css['toast'], css[toast.tone])}
          type={toast.tone === 'problem' ? 'foreground' : 'background'}
          duration={toast.tone === 'problem' || toast.isKept === true ? Number.POSITIVE_INFINITY : NOTE_MS}
          onOpenChange={(isOpen) => {
            if (!isOpen) toasts.dismiss(toast.id);
          }}
        >
          {toast.tone === 'problem' ? (
            <CircleAlert size={16} className={css['icon']} aria-hidden />
          ) : undefined}
          <div className={css['words']}>
            <RadixToast.Title className={css['title']}>
              <NamedText text={toast.title} name={toast.name} />
            </RadixToast.Title>
            {toast.text === undefined ? undefined : (
              <RadixToast.Description className={css['text']}>{toast.text}</RadixToast.Description>
            )}
          </div>
          {toast.action === undefined ? undefined : (
            <RadixToast.Action asChild altText={toast.action.label} onClick={toast.action.run}>
              <Button size="small">{toast.action.label}</Button>
            </RadixToast.Action>
          )}
          <RadixToast.Close className={css['close']} aria-label={texts.common.dismiss}>
            <X size={14} aria-hidden />
          </RadixToast.Close>
        </RadixToast.Root>
      ))}
      <RadixToast.Viewport className={css['viewport']} label={texts.toasts.list} />
    </RadixToast.Provider>
  );
}
