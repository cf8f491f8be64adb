/** What the components of the window work with; made once by the entry, handed down by context. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AppFacts } from '../../shared/ipc/contract.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { assert } from '../../shared/assert.ts';
import { toAppError } from '../../shared/errors/app-error.ts';
import type { CaptureController, CaptureState } from '../media/capture/capture-controller.ts';
import { describeError } from '../../shared/text/error-text.ts';
import type { ToastStore } from '../ui/overlays/toast-store.ts';
import type { Client } from './client.ts';
import type { RunCommand } from './commands.ts';
import type { Session, SessionState } from './session.ts';
import type { SettingsStore } from './settings-store.ts';

export interface Services {
  readonly client: Client;
  readonly run: RunCommand;
  readonly facts: AppFacts;
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly capture: CaptureController;
  readonly toasts: ToastStore;
}

export const ServicesContext = createContext<Services | undefined>(undefined);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  assert(services !== undefined, 'components stand inside ServicesContext');
  return services;
}

export function useSettings<T>(select: (settings: Settings) => T): T {
  return useStore(useServices().settings.store, select);
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useServices().session.store, select);
}

export function useCapture<T>(select: (state: CaptureState) => T): T {
  return useStore(useServices().capture.store, select);
}

/** Runs what may be refused; a refusal becomes a toast in words. */
export function runOrShowError({ toasts }: Services, work: Promise<unknown>): void {
  work.catch((cause: unknown) => {
    const { title, action } = describeError(toAppError(cause).toRecord());
    toasts.show({ tone: 'problem', title, text: action });
  });
}
