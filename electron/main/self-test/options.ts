/** The options of `--self-test`, parsed without touching anything. */
import { AppError } from '../../../shared/errors/app-error.ts';
import { texts } from '../../../shared/text/text.ts';
import { STANDARD_INPUT } from '../live/live-arguments.ts';

export const SELF_TEST_MARKER = '--self-test';
const JSON_OPTION = '--json';

export interface SelfTestOptions {
  /** Gets the result as JSON; the standard output where it is `-`, and the table then goes to the standard error. */
  readonly jsonFile: string | undefined;
}

/** What the self-test streams: everything of it runs on this computer. */
export const selfTestStream: readonly string[] = [
  ...['--rehearse', '--source', 'pattern', '--audio', 'tone', '--seconds', '5'],
];

/** Undefined when Upcast wasn't started to test itself. @throws AppError `input/bad-option`. */
export function readSelfTestOptions(argv: readonly string[]): SelfTestOptions | undefined {
  if (!argv.includes(SELF_TEST_MARKER)) return undefined;
  const at = argv.findIndex((each) => each === JSON_OPTION || each.startsWith(`${JSON_OPTION}=`));
  if (at < 0) return { jsonFile: undefined };
  const [, inline] = (argv[at] ?? '').split(/=(.*)/s);
  const jsonFile = inline ?? argv[at + 1];
  const isOption = jsonFile !== STANDARD_INPUT && jsonFile?.startsWith('-') === true;
  if (jsonFile === undefined || jsonFile === '' || isOption)
    throw new AppError('input/bad-option', { message: texts.options.valueMissing(JSON_OPTION) });
  return { jsonFile };
}
