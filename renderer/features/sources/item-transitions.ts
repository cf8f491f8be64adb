/** The item whose transitions are being edited: asked for by any menu of items, shown once. */
import { createStore } from 'zustand/vanilla';

export const editedTransitions = createStore<{ readonly itemId: string | undefined }>(() => ({
  itemId: undefined,
}));
