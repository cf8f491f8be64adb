/** Sends commands to main and waits for their answers. */
import type { Command } from '../../shared/studio/commands.ts';
import type { CreatedIds } from '../../shared/studio/document-commands.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Client } from './client.ts';

/** Resolves when the command took effect, with the ids that it made. @throws AppError why it could not. */
export type RunCommand = (command: Command) => Promise<CreatedIds>;

/** Ids are unique across reloads of the page: main may still run a command of the page before. */
export function createCommandSender(client: Client): RunCommand {
  const pageId = crypto.randomUUID();
  let count = 0;
  return async (command) => {
    count += 1;
    const answer = await client.invoke('studio:run', { requestId: `${pageId}-${count}`, command });
    if (!answer.isDone) throw new AppError(answer.error.code, answer.error.details);
    return answer.created ?? {};
  };
}
