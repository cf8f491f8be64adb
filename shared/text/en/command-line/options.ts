/** What is wrong with the options of `npm run live` and `npm run publish`, and with the files that they name. */
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const READABLE = 'Every user on this computer can read';

const publishUsage = `Usage: npm run publish -- --input FILE --to URL [--key-file FILE | --key-stdin] [--key-in-arguments] [--ca FILE] [--proxy URL] [--proxy-password-file FILE] [--fast]

  --input FILE     FLV, or any file whose video FFmpeg can copy into FLV; - for standard input
  --to URL         the server and its RTMP application: rtmp://, rtmps://, rtmpt://, rtmpts://, or
                   rtmfp://
  --key-file FILE  reads the stream key from a file
  --key-stdin      reads the stream key from standard input
  --key-in-arguments
                   allows keys and passwords in --to and --proxy: every user on this computer can read them there
  --ca FILE        an additional certificate authority (PEM)
  --proxy URL      the proxy to go through: socks5://[user@]host:port or http://[user@]host:port; none for no proxy.
                   Default: the proxy in ALL_PROXY or HTTPS_PROXY, except for hosts in NO_PROXY
  --proxy-password-file FILE
                   reads the proxy’s password from a file
  --fast           sends as fast as the connection allows, instead of in real time
`;

/** The limits of the encoding profile. */
const ranges: ReadonlyMap<string, string> = new Map([
  ['--size', 'WIDTHxHEIGHT, both even and from 160 to 3840'],
  ['--fps', 'a whole number from 1 to 60, or 23.976, 29.97, or 59.94'],
  ['--video-kbps', 'a whole number from 100 to 51000'],
  ['--audio-kbps', 'a whole number from 32 to 512'],
  ['--keyframe-seconds', 'a number from 0.5 to 10'],
]);

/** Of a schema, by their JSON names. */
const jsonTypes: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'an object'],
]);
const characters = { one: 'character', other: 'characters' };
const entries = { one: 'entry', other: 'entries' };

const limit = (origin: string, value: number): string => {
  if (origin === 'string') return `have ${format.count(value, characters)}`;
  return origin === 'array' ? `have ${format.count(value, entries)}` : `be ${value}`;
};

const documentFaults: ReadonlyMap<string, string> = new Map([
  ['idTwice', 'has the same ID as another item'],
  ['idUnknown', 'refers to something that isn’t in this file'],
  ['nameTwice', 'has the same name as another item'],
  ['sceneInItself', 'has a scene that contains itself'],
  ['trackTwice', 'has the same track twice'],
]);

/** What is wrong in a JSON file or line, and in which field. */
const fault = {
  missing: (path: string) => `${field(path)} is missing.`,
  type: (path: string, expected: string) => `${field(path)} must be ${jsonTypes.get(expected) ?? expected}.`,
  choice: (path: string, values: readonly string[]) =>
    `${field(path)} must be ${format.list(values, 'disjunction')}.`,
  unknown: (path: string, keys: readonly string[]) =>
    `${field(path)} has ${format.plural(keys.length, { one: 'a field', other: 'fields' })} Upcast doesn’t recognize: ${format.list(keys)}.`,
  unknownType: (path: string) => `${field(path)} has a value Upcast doesn’t recognize.`,
  tooSmall: (path: string, origin: string, least: number) =>
    `${field(path)} must ${limit(origin, least)} or more.`,
  tooBig: (path: string, origin: string, most: number) =>
    `${field(path)} must ${limit(origin, most)} or ${origin === 'string' || origin === 'array' ? 'fewer' : 'less'}.`,
  form: (path: string) => `${field(path)} isn’t valid.`,
  custom: (path: string, name: string) => `${field(path)} ${documentFaults.get(name) ?? 'isn’t valid'}.`,
};

function field(path: string): string {
  return path === '' ? 'The JSON' : `“${path}”`;
}

export const options = {
  publishUsage,
  noValue: (name: string) => `${name} takes no value.`,
  valueMissing: (name: string) => `${name} needs a value.`,
  unknown: (name: string) => `Unknown option ${name}.`,
  /** What is no option may be a key in the wrong place: it isn’t repeated. */
  stray: 'Unexpected argument. Every value must follow an option.',
  twice: (name: string) => `Use ${name} only once.`,
  noDestination: 'Choose a destination: --to URL, --preset NAME (a saved destination), or --rehearse.',
  keyBeforeAddress: (name: string) => `${name} must follow the --to that it belongs to.`,
  twoKeys: 'Use either --key-file or --key-stdin, not both.',
  keyMissing: (service: string) =>
    `${service} needs a stream key. Use --key-file FILE or --key-stdin with --to.`,
  passwordInAddress: `${READABLE} the password in --to. Save the destination in Upcast and use --preset, or add --key-in-arguments.`,
  keyInAddress: `${READABLE} the key in --to. Use --key-file FILE or --key-stdin, or add --key-in-arguments.`,
  passwordInAddressOfTool: `${READABLE} the password in --to. Add --key-in-arguments if that’s OK here.`,
  sourcePathMissing: '--source file needs a path: --source file:PATH.',
  source: '--source must be camera, screen, pattern, or file:PATH.',
  audioOfFile: '--audio file needs --source file:PATH.',
  audio: '--audio must be mic, tone, system, file, or none.',
  track: (count: number) => `--track must be a number from 1 to ${count}.`,
  channelUnknown: (name: string, names: readonly string[]) =>
    names.length === 0
      ? `There’s no audio source named “${name}”: the mixer is empty.`
      : `No audio source is named “${name}”. The mixer has ${format.list(
          names.map((each) => `“${each}”`),
          'conjunction',
        )}.`,
  range: (name: string, minimum: number, maximum: number) =>
    `${name} must be a number from ${minimum} to ${maximum}.`,
  number: (name: string) => `${name} must be a number.`,
  size: '--size must be WIDTHxHEIGHT, such as 1280x720.',
  latency: '--latency must be low or quality.',
  encoder: (choices: readonly string[]) => `--encoder must be ${format.list(choices, 'disjunction')}.`,
  outOfRange: (name: string) => `${name} must be ${ranges.get(name) ?? 'in range'}.`,
  sceneWithoutCollection: '--scene needs --collection FILE or --import-obs FILE.',
  twoCollections: 'Use either --collection or --import-obs, not both.',
  sourceWithCollection: 'The collection has its own sources. Leave out --source.',
  sceneUnknown: (name: string, names: readonly string[]) =>
    `The collection has no scene named “${name}”. It has ${format.list(
      names.map((each) => `“${each}”`),
      'conjunction',
    )}.`,
  presetUnknown: (name: string) => `No saved destination is named “${name}”.`,
  inputAndTo: '--input and --to are required.',
  stdinTaken: 'Standard input is already used for the media. Use --key-file for the key.',

  standardInput: 'standard input',
  noPassword: (option: string, path: string) =>
    `${option}: ${path} has no password. Put the password on a single line, up to 255 bytes.`,
  noKey: (option: string, path: string) => `${option}: ${path} has no key. Put the key on a single line.`,
  noCertificate: (option: string, path: string) => `${option}: ${path} has no certificate in PEM format.`,
  tooLarge: (option: string, path: string) => `${option}: ${path} is too large.`,
  unreadable: (option: string, path: string) => `${option}: can’t read ${path}.`,
  folderReadOnly: (option: string, path: string) =>
    `${option}: can’t write to the folder that contains ${path}.`,
  notJson: (option: string, path: string) => `${option}: ${path} isn’t valid JSON.`,
  notACollection: (option: string, path: string, found: string) =>
    `${option}: ${path} isn’t a collection Upcast can use. ${found}`,
  fileFault: (option: string, path: string, sentence: string) => `${option}: ${path}: ${sentence}`,
  fault,
  commandsUnread: (why: string) => endSentence(`--command: Upcast stopped reading commands: ${why}`),
  commandTooLong: 'The line is longer than 64 KB.',
  commandNotJson: 'The line isn’t valid JSON.',
  refusedSwitch: (name: string) =>
    `Upcast won’t start with --${name}, because this option lets other programs control the window. Remove the option and try again.`,
};
