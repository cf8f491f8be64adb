/** `npm run measure -- FILE`: the ruler from the command line. Exit 0 nothing wrong, 1 findings, 2 bad options or file. */
import { parseArgs } from 'node:util';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { locateFfmpeg } from '../../../electron/engine/ffmpeg/locate-ffmpeg.ts';
import { measure } from '../measure.ts';
import { formatReport } from '../report.ts';
import type { MeasurePromise } from '../report.ts';

const USAGE = `npm run measure -- FILE [--json] [--fps N] [--video-kbps N] [--keyframe-seconds N] [--compare N]
Reads a recording of the test picture and says what arrived. --compare N: pictures a second to compare (default 1).`;

function readNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value > 0)) throw new Error(`not a positive number: ${text}`);
  return value;
}

function readOptions(): {
  file: string;
  isJson: boolean;
  promise: MeasurePromise;
  compare: number | undefined;
} {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      fps: { type: 'string' },
      'video-kbps': { type: 'string' },
      'keyframe-seconds': { type: 'string' },
      compare: { type: 'string' },
    },
  });
  const file = positionals[0];
  if (file === undefined || positionals.length > 1) throw new Error('name one file');
  const fps = readNumber(values.fps);
  const videoKbps = readNumber(values['video-kbps']);
  const keyframeSeconds = readNumber(values['keyframe-seconds']);
  const promise: MeasurePromise = {
    ...(fps === undefined ? {} : { fps }),
    ...(videoKbps === undefined ? {} : { videoKbps }),
    ...(keyframeSeconds === undefined ? {} : { keyframeSeconds }),
  };
  return { file, isJson: values.json, promise, compare: readNumber(values.compare) };
}

async function main(): Promise<number> {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    return 2;
  }
  try {
    const ffmpeg = await locateFfmpeg({
      userPath: process.env['UPCAST_FFMPEG'],
      searchPath: process.env['PATH'],
      isWindows: process.platform === 'win32',
    });
    const report = await measure(options.file, {
      ffmpegPath: ffmpeg.path,
      promise: options.promise,
      ...(options.compare === undefined ? {} : { comparedPerSecond: options.compare }),
    });
    process.stdout.write(`${options.isJson ? JSON.stringify(report, null, 2) : formatReport(report)}\n`);
    return report.findings.length === 0 ? 0 : 1;
  } catch (error) {
    const { details, code } = toAppError(error);
    process.stderr.write(`${String(details['message'] ?? code)}\n`);
    return 2;
  }
}

process.exitCode = await main();
