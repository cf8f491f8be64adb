/**
 * Where menus and tooltips are put so that they lie on top: in the dialog that they belong to, as nothing outside of an open
 * dialog is seen above it or can be clicked; else in the body.
 */
import { createContext, useContext } from 'react';

const Layer = createContext<HTMLElement | undefined>(undefined);

/** Stands around what a dialog shows; its value is the dialog. */
export const FloatingLayer = Layer.Provider;

/** For a portal's `container`: undefined is the body. */
export function useFloatingLayer(): HTMLElement | undefined {
  return useContext(Layer);
}
