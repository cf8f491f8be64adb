/**
 * A process of its own that saves one thing, to be cut off by strace. Arguments: folder, thing. Looks for a file `begin` when the save
 * begins and `end` when it ended, so that a trace shows where. Prints what became of it as JSON; a save that failed is made once more.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { errorSentence } from '../../../shared/text/error-sentence.ts';
import { save, things } from './saved-things.ts';

const [folder = '', name = ''] = process.argv.slice(2);
const thing = things.find((each) => each === name);
if (thing === undefined) throw new Error(`${name} is nothing that is saved`);

async function attempt(what: NonNullable<typeof thing>): Promise<object> {
  try {
    await save(folder, what, () => existsSync(join(folder, 'begin')));
    existsSync(join(folder, 'end'));
    return { code: 'saved' };
  } catch (error) {
    const record = toAppError(error).toRecord();
    return { code: record.code, message: errorSentence(record) };
  }
}

process.stdout.write(`${JSON.stringify([await attempt(thing), await attempt(thing)])}\n`);
