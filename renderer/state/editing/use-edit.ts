/** Sends what a field changes. While one change of a gesture is on its way the newest waits, and those between are left out. */
import { useMemo } from 'react';
import type { CreatedIds, DocumentCommand } from '../../../shared/studio/document-commands.ts';
import { runOrShowError, useServices } from '../services.ts';

export type Edit = (command: DocumentCommand) => void;

export function useEdit(): Edit {
  const services = useServices();
  return useMemo(() => {
    const sender = new EditSender(services.run);
    return (command) => runOrShowError(services, sender.send(command));
  }, [services]);
}

/** Sends in order, one at a time. */
export class EditSender {
  readonly #run: (command: DocumentCommand) => Promise<CreatedIds>;
  readonly #waiting: DocumentCommand[] = [];
  #isBusy = false;

  constructor(run: (command: DocumentCommand) => Promise<CreatedIds>) {
    this.#run = run;
  }

  /** Rejects with what a command that it sent was refused for. */
  async send(command: DocumentCommand): Promise<void> {
    const last = this.#waiting.at(-1);
    const isNewer =
      last !== undefined && last.gestureId !== undefined && last.gestureId === command.gestureId;
    if (isNewer) this.#waiting.pop();
    this.#waiting.push(command);
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        // oxlint-disable-next-line no-await-in-loop -- one at a time
        await this.#run(next);
      }
    } finally {
      // After a refusal nothing of before is sent late.
      this.#waiting.length = 0;
      this.#isBusy = false;
    }
  }
}
