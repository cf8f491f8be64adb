/**
 * `npm run publish -- --input FILE|- --to URL [--key-file F | --key-stdin] [--key-in-arguments] [--ca FILE] [--proxy URL]
 * [--proxy-password-file F] [--fast]`: sends a media file with the library in plain Node. Exit: 0 all sent; 2 bad options; 3 never
 * went live; 4 went live and was lost.
 */
import { toAppError } from '../../../shared/errors/app-error.ts';
import { redact } from '../../../shared/redactor.ts';
import { seeVideoCodec } from '../../media-file/video-codec.ts';
import { codecInWords, readCodecAnswer } from '../publisher/codec-offer.ts';
import { readMediaFile } from '../publisher/media-file.ts';
import { publishMedia } from '../publisher/publish-media.ts';
import { openPublisher } from '../publisher/publisher.ts';
import { readJob, secretsOfJob } from './publish-options.ts';
import type { PublishJob } from './publish-options.ts';
import { errorSentence } from '../../../shared/text/error-sentence.ts';
import { texts } from '../../../shared/text/text.ts';

/** Sending fast: large reads. */
const FAST_BLOCK_BYTES = 4 * 1024 * 1024;
/** Opened once, by the system: where it is a socket, it cannot be opened again by its name. */
const STANDARD_INPUT = new Set(['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']);
const END_DEADLINE_MS = 30_000;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function note(text: string): void {
  process.stderr.write(`${texts.live.note(text)}\n`);
}

async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    say(texts.options.publishUsage);
    return 0;
  }
  let job: PublishJob;
  try {
    job = await readJob(args, process.env);
  } catch (error) {
    const sentence = errorSentence(toAppError(error).toRecord());
    process.stderr.write(`${sentence}\n\n${texts.options.publishUsage}`);
    return 2;
  }
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  const explain = (error: unknown): void => {
    const record = toAppError(error).toRecord();
    process.stderr.write(`${redact(errorSentence(record), secretsOfJob(job))} [${record.code}]\n`);
  };
  const packets = readMediaFile(
    STANDARD_INPUT.has(job.input) ? process.stdin : job.input,
    process.env['UPCAST_FFMPEG'] ?? 'ffmpeg',
    {
      blockBytes: job.isFast ? FAST_BLOCK_BYTES : undefined,
      onNotice: (notice) => note(texts.mediaFile.notice(notice)),
    },
  );
  try {
    // The file is opened first: nobody goes live with a file that cannot be read.
    const { videoFourCc, batches } = await seeVideoCodec(packets);
    const publisher = await openPublisher({ ...job.publisher, videoFourCc, signal: abort.signal });
    say(publisher.tls ? texts.live.liveOver(publisher.tls.protocol, publisher.tls.cipher) : texts.live.live);
    if (videoFourCc !== undefined && readCodecAnswer(publisher.serverCapabilities, videoFourCc) === 'silent')
      note(texts.live.codecUnconfirmed(codecInWords(videoFourCc)));
    const startMs = performance.now();
    try {
      const sent = await publishMedia(publisher, batches, { isFast: job.isFast, signal: abort.signal });
      await publisher.end({ deadlineMs: END_DEADLINE_MS });
      say(texts.live.sent({ ...sent, tookMs: performance.now() - startMs }));
      return 0;
    } catch (error) {
      if (abort.signal.aborted) {
        await publisher.end();
        say(texts.live.publishEnded);
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
