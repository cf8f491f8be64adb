/** Short messages at the window's edge: what failed, or what can be undone. At most four at once. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

export interface Toast {
  readonly id: number;
  readonly tone: 'note' | 'problem';
  /** A note that stays until it is closed, as a problem does. */
  readonly isKept?: boolean;
  readonly title: string;
  /** A person's name for something, within the title. */
  readonly name?: string | undefined;
  readonly text?: string | undefined;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface ToastState {
  readonly toasts: readonly Toast[];
}

export interface ToastStore {
  readonly store: StoreApi<ToastState>;
  show(toast: Omit<Toast, 'id'>): void;
  dismiss(id: number): void;
}

const MAX_TOASTS = 4;

export function createToastStore(): ToastStore {
  const store = createStore<ToastState>(() => ({ toasts: [] }));
  let nextId = 1;
  return {
    store,
    show: (toast) => {
      store.setState(({ toasts }) => ({
        toasts: [...toasts.filter((other) => other.title !== toast.title), { ...toast, id: nextId++ }].slice(
          -MAX_TOASTS,
        ),
      }));
    },
    dismiss: (id) => store.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
  };
}
