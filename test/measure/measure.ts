/**
 * The ruler: reads a recording of the test picture back and says what arrived. One pass over the packets, one over the
 * pictures, one over the sound; nothing is kept of a picture but its stamp and a few figures.
 */
import { readBarcode } from '../../shared/pattern/barcode.ts';
import type { FrameStamp } from '../../shared/pattern/barcode.ts';
import { middleOf, planPattern } from '../../shared/pattern/geometry.ts';
import { exactFrameRate, nearestFrameRate, wholeFrameRate } from '../../shared/encoding/frame-rate.ts';
import { isFlashFrame, PatternPicture } from '../../shared/pattern/picture.ts';
import { BeepFinder } from './beep-finder.ts';
import { readPackets, readPictures, readSound } from './decode.ts';
import type { StreamFacts } from './decode.ts';
import { decideFindings } from './findings.ts';
import { compareFlashes, countFrames, judgePace, median } from './judge.ts';
import { judgeBars, meanLuma, psnr, readBars, ssim } from './picture-quality.ts';
import type { ColourVerdict } from './picture-quality.ts';
import type { LoudnessReport, MeasurePromise, MeasureReport, SimilarityReport } from './report.ts';

export interface MeasureOptions {
  readonly ffmpegPath: string;
  readonly promise?: MeasurePromise;
  /** Pictures drawn anew and compared are about this many a second; default 1. */
  readonly comparedPerSecond?: number;
}

/** Above it the flash area is lit. */
const FLASH_THRESHOLD = 150;

interface PictureFigures {
  readonly stamps: readonly (FrameStamp | undefined)[];
  readonly flashesSeconds: readonly number[];
  readonly fps: number;
  readonly colour?: ColourVerdict;
  readonly similarity?: SimilarityReport;
}

/** @throws AppError `input/bad-file` when ffmpeg cannot read it, `encoder/not-found` when there is no ffmpeg. */
export async function measure(file: string, options: MeasureOptions): Promise<MeasureReport> {
  const { packets, facts } = await readPackets(options.ffmpegPath, file);
  const pictures = await measurePictures(file, facts, options);
  const sound = facts.hasSound ? await measureSound(file, options.ffmpegPath) : undefined;
  const pace = judgePace(packets, pictures.fps);
  const offset =
    sound === undefined ? undefined : compareFlashes(pictures.flashesSeconds, sound.beepsSeconds);
  const report: Omit<MeasureReport, 'findings'> = {
    file,
    width: facts.width,
    height: facts.height,
    fps: pictures.fps,
    frames: countFrames(pictures.stamps.map((stamp) => stamp?.frameNumber)),
    pace,
    ...(offset === undefined ? {} : { offset }),
    ...(pictures.colour === undefined ? {} : { colour: { ...pictures.colour, tagged: facts.pixelFormat } }),
    ...(pictures.similarity === undefined ? {} : { similarity: pictures.similarity }),
    ...(sound === undefined ? {} : { loudness: sound.loudness }),
  };
  return { ...report, findings: decideFindings(report, options.promise ?? {}, facts.hasSound) };
}

/** The pattern's own rate: numbers against capture times. */
function rateOf(stamps: readonly (FrameStamp | undefined)[]): number | undefined {
  const known = stamps.filter((stamp) => stamp !== undefined);
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined || last.captureTimeUs <= first.captureTimeUs)
    return undefined;
  const seconds = (last.captureTimeUs - first.captureTimeUs) / 1_000_000;
  return nearestFrameRate((last.frameNumber - first.frameNumber) / seconds);
}

async function measurePictures(
  file: string,
  facts: StreamFacts,
  options: MeasureOptions,
): Promise<PictureFigures> {
  const promised = options.promise?.fps;
  const promisedFps = promised === undefined ? undefined : exactFrameRate(promised);
  const plan = planPattern(facts.width, facts.height);
  const stamps: (FrameStamp | undefined)[] = [];
  const times: number[] = [];
  const lit: number[] = [];
  const verdicts: ColourVerdict[] = [];
  const ssims: number[] = [];
  const psnrs: number[] = [];
  let nextComparedSeconds = -Infinity;
  let reference: PatternPicture | undefined;
  const flashArea = middleOf(plan.flash);
  for await (const { ptsSeconds, data } of readPictures(options.ffmpegPath, file, facts)) {
    const stamp = readBarcode(data, plan);
    stamps.push(stamp);
    times.push(ptsSeconds);
    if (meanLuma(data, plan, flashArea) > FLASH_THRESHOLD) lit.push(stamps.length - 1);
    if (stamp === undefined || ptsSeconds < nextComparedSeconds) continue;
    const fps = promisedFps ?? rateOf(stamps);
    if (fps === undefined) continue;
    nextComparedSeconds = ptsSeconds + 1 / (options.comparedPerSecond ?? 1);
    reference ??= new PatternPicture(facts.width, facts.height, fps);
    const drawn = reference.render(stamp.frameNumber, stamp.captureTimeUs);
    verdicts.push(judgeBars(readBars(data, plan)));
    ssims.push(ssim(drawn, data, facts.width, facts.height));
    psnrs.push(psnr(drawn, data, facts.width * facts.height));
  }
  const fps = promisedFps ?? rateOf(stamps) ?? 30;
  // A flash counts by its first frame, and only when that very frame is there and follows the one before: the first of
  // a row of doubled ones, or one after a break, may have come at any time.
  const flashesSeconds = lit
    .filter((index) => {
      const number = stamps[index]?.frameNumber;
      if (number === undefined || !isFlashFrame(number, fps) || number % wholeFrameRate(fps) !== 0)
        return false;
      const previous = stamps[index - 1]?.frameNumber;
      return previous === undefined ? index === 0 : previous === number - 1;
    })
    .map((index) => times[index] ?? 0);
  return { stamps, flashesSeconds, fps, ...summarise(verdicts, ssims, psnrs) };
}

function summarise(
  verdicts: readonly ColourVerdict[],
  ssims: readonly number[],
  psnrs: readonly number[],
): Pick<PictureFigures, 'colour' | 'similarity'> {
  if (verdicts.length === 0) return {};
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = verdicts[Math.floor(verdicts.length / 2)];
  return {
    colour: {
      looksLike: middle?.looksLike ?? 'bt709-limited',
      worstError: median(verdicts.map((verdict) => verdict.worstError)),
      meanError: median(verdicts.map((verdict) => verdict.meanError)),
    },
    similarity: {
      frames: ssims.length,
      ssimMean: mean(ssims),
      ssimWorst: Math.min(...ssims),
      psnrMeanDb: mean(psnrs),
      psnrWorstDb: Math.min(...psnrs),
    },
  };
}

async function measureSound(
  file: string,
  ffmpegPath: string,
): Promise<{ readonly beepsSeconds: readonly number[]; readonly loudness: LoudnessReport }> {
  const finder = new BeepFinder();
  let squares = 0;
  let peak = 0;
  let count = 0;
  for await (const { samples, ptsSeconds, sampleRate } of readSound(ffmpegPath, file)) {
    finder.push(samples, ptsSeconds, sampleRate);
    for (const sample of samples) {
      squares += sample * sample;
      peak = Math.max(peak, Math.abs(sample));
    }
    count += samples.length;
  }
  const toDb = (amplitude: number): number =>
    amplitude > 0 ? Math.max(-100, 20 * Math.log10(amplitude)) : -100;
  return {
    beepsSeconds: finder.onsetsSeconds,
    loudness: { rmsDb: toDb(Math.sqrt(squares / Math.max(1, count))), peakDb: toDb(peak) },
  };
}
