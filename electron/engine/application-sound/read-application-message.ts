/** What a page says about the sound of applications is believed only as far as this function goes. */
import { APPLICATION_BLOCKS } from '../../../shared/media/application-port.ts';
import type { ToEngineApplicationMessage } from '../../../shared/media/application-port.ts';

type Fields = Readonly<Record<string, unknown>>;

const MAX_COUNT = 1_000_000_000;
const MAX_NAME = 512;
const [MIN_SAMPLE_RATE, MAX_SAMPLE_RATE] = [8000, 192_000];

export function isApplicationMessage(data: unknown): data is ToEngineApplicationMessage {
  const fields = fieldsOf(data);
  switch (fields['type']) {
    case 'takeApplication':
      return isOfRun(fields) && isApplication(fields['application']) && isRate(fields['sampleRate']);
    case 'endApplication':
      return isId(fields['channelId']);
    case 'applicationSoundTaken':
      return isOfRun(fields) && isCount(fields['blocks'], APPLICATION_BLOCKS);
    case 'watchApplications':
      return typeof fields['isWatching'] === 'boolean';
    default:
      return false;
  }
}

function fieldsOf(data: unknown): Fields {
  return typeof data === 'object' && data !== null ? (data as Fields) : {};
}

function isOfRun({ channelId, run }: Fields): boolean {
  return isId(channelId) && isCount(run, MAX_COUNT);
}

function isApplication(value: unknown): boolean {
  const { name, program } = fieldsOf(value);
  return isName(name) && (program === undefined || isName(program));
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= MAX_NAME;
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= 64;
}

function isRate(value: unknown): boolean {
  return isCount(value, MAX_SAMPLE_RATE) && Number(value) >= MIN_SAMPLE_RATE;
}

function isCount(value: unknown, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}
