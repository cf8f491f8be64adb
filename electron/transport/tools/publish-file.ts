/**
 * `npm run publish -- --input FILE|- --to URL [--key-file F | --key-stdin] [--ca FILE] [--fast]`: sends a media file with the library
 * in plain Node. Exit: 0 all sent; 2 bad options; 3 never went live; 4 went live and was lost.
 */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { parseDestinationUrl } from '../../../shared/destinations/url.ts';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { redact } from '../../../shared/redactor.ts';
import { readMediaFile } from '../media-file.ts';
import { publishMedia } from '../publish-media.ts';
import { openPublisher, type PublisherOptions } from '../publisher.ts';

const usage = `Usage: npm run publish -- --input FILE --to URL [--key-file FILE | --key-stdin] [--ca FILE] [--fast]

  --input FILE     FLV, or anything whose video ffmpeg can put into FLV as it is; - is standard input
  --to URL         the server and its application: rtmp://, rtmps://, rtmpt:// or rtmpts://
  --key-file FILE  reads the stream key from a file
  --key-stdin      reads the stream key from standard input
  --key-in-arguments
                   allows keys and passwords in --to: every user of this computer can read them there
  --ca FILE        one more certificate authority, PEM
  --fast           as fast as the connection takes it, instead of in real time
`;
/** Sending fast: large reads, and enough under way to keep the socket busy. */
const FAST_BLOCK_BYTES = 4 * 1024 * 1024;
const FAST_HIGH_WATER_BYTES = 4 * 1024 * 1024;
/** Opened once, by the system: where it is a socket, it cannot be opened again by its name. */
const STANDARD_INPUT = new Set(['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']);
const END_DEADLINE_MS = 30_000;

interface Job {
  readonly input: string;
  readonly isFast: boolean;
  readonly publisher: PublisherOptions;
}

async function readText(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new AppError('input/bad-option', { message: `the ${what} ${path} cannot be read` }, error);
  }
}

async function readJob(args: readonly string[]): Promise<Job> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      input: { type: 'string' },
      to: { type: 'string' },
      'key-file': { type: 'string' },
      'key-stdin': { type: 'boolean', default: false },
      'key-in-arguments': { type: 'boolean', default: false },
      ca: { type: 'string' },
      fast: { type: 'boolean', default: false },
    },
  });
  const { input, to, ca, fast: isFast } = values;
  if (input === undefined || to === undefined) {
    throw new AppError('input/bad-option', { message: '--input and --to are needed' });
  }
  const keyFile = values['key-file'];
  if (keyFile !== undefined && values['key-stdin']) {
    throw new AppError('input/bad-option', { message: 'there are both --key-file and --key-stdin' });
  }
  if (input === '-' && values['key-stdin']) {
    throw new AppError('input/bad-option', {
      message: 'standard input is the media: give the key with --key-file',
    });
  }
  const keyElsewhere = values['key-stdin']
    ? (await text(process.stdin)).trim()
    : keyFile === undefined
      ? undefined
      : (await readText(keyFile, 'key file')).trim();
  const isEncrypted = /^rtmpt?e:/i.test(to);
  const parsed = parseDestinationUrl(isEncrypted ? to.replace(/^(rtmpt?)e:/i, '$1:') : to, keyElsewhere);
  const isSecret = (keyElsewhere === undefined && parsed.streamKey !== '') || parsed.password !== undefined;
  if (isSecret && !values['key-in-arguments']) {
    throw new AppError('input/bad-option', {
      message:
        'every user of this computer can read the key in --to: give it with --key-file FILE or --key-stdin, or add --key-in-arguments',
    });
  }
  const extraAuthorityPem = ca === undefined ? undefined : await readText(ca, 'certificate authority');
  return {
    input,
    isFast,
    publisher: {
      url: isEncrypted ? parsed.tcUrl.replace(/^(rtmpt?):/, '$1e:') : parsed.tcUrl,
      streamKey: parsed.streamKey,
      username: parsed.username,
      password: parsed.password,
      ...(extraAuthorityPem === undefined
        ? {}
        : { tls: { minimumVersion: 'TLSv1.2' as const, extraAuthorityPem } }),
      ...(isFast ? { highWaterBytes: FAST_HIGH_WATER_BYTES } : {}),
    },
  };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    say(usage);
    return 0;
  }
  let job: Job;
  try {
    job = await readJob(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  const explain = (error: unknown): void => {
    const { code, details } = toAppError(error);
    const words =
      details['serverWords'] === undefined ? '' : ` (the server said: ${String(details['serverWords'])})`;
    const sentence = `${String(details['message'] ?? code)}${words}`;
    process.stderr.write(
      `${redact(sentence, [job.publisher.streamKey, job.publisher.password ?? ''])} [${code}]\n`,
    );
  };
  const packets = readMediaFile(
    STANDARD_INPUT.has(job.input) ? process.stdin : job.input,
    process.env['UPCAST_FFMPEG'] ?? 'ffmpeg',
    {
      blockBytes: job.isFast ? FAST_BLOCK_BYTES : undefined,
      onNotice: (text) => process.stderr.write(`note: ${text}\n`),
    },
  );
  try {
    // The file is opened first: nobody goes live with a file that cannot be read.
    const first = await packets.next();
    if (first.done === true) throw new AppError('input/bad-file', { message: 'the file holds no media' });
    const batches = (async function* () {
      yield first.value;
      yield* packets;
    })();
    const publisher = await openPublisher({ ...job.publisher, signal: abort.signal });
    say(publisher.tls ? `live over ${publisher.tls.protocol}, ${publisher.tls.cipher}` : 'live');
    const startMs = performance.now();
    try {
      const sent = await publishMedia(publisher, batches, { isFast: job.isFast, signal: abort.signal });
      await publisher.end({ deadlineMs: END_DEADLINE_MS });
      const seconds = (performance.now() - startMs) / 1000;
      const megabytes = sent.bytes / 1e6;
      say(
        `sent ${sent.packets} packets, ${megabytes.toFixed(1)} MB, ${(sent.mediaMs / 1000).toFixed(1)} s of media ` +
          `in ${seconds.toFixed(1)} s (${(megabytes / seconds).toFixed(1)} MB/s)`,
      );
      return 0;
    } catch (error) {
      if (abort.signal.aborted) {
        await publisher.end();
        say('ended');
        return 0;
      }
      publisher.destroy();
      explain(error);
      return 4;
    }
  } catch (error) {
    explain(error);
    return toAppError(error).code.startsWith('input/') ? 2 : 3;
  } finally {
    await packets.return(undefined);
  }
}

process.exitCode = await run(process.argv.slice(2));
