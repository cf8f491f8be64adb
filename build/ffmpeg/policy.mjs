// What an ffmpeg must be to go into an installer. Read out of the file, because one machine packages for processors
// whose programs it cannot run.
import { readFileSync } from 'node:fs';
import { targetOfProgram } from './binary-header.mjs';

/** Older ones lack years of fixes in the decoders, and below 6.1 HEVC and AV1 in FLV. */
const OLDEST = { major: 7, minor: 1 };
const SOFTWARE_ENCODERS = ['libx264', 'libx265', 'libsvtav1'];
/**
 * By system and processor: what Upcast offers there as "by the graphics card".
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const HARDWARE_ENCODERS = {
  'darwin-arm64': ['h264_videotoolbox', 'hevc_videotoolbox'],
  'darwin-x64': ['h264_videotoolbox', 'hevc_videotoolbox'],
  // No maker's library is there for every such computer: what the build has is a bonus.
  'linux-arm64': [],
  'linux-x64': ['h264_nvenc', 'hevc_nvenc', 'h264_vaapi', 'hevc_vaapi', 'h264_qsv'],
  'win32-arm64': [],
  'win32-x64': ['h264_nvenc', 'hevc_nvenc', 'h264_amf', 'hevc_amf', 'h264_qsv', 'hevc_qsv'],
};

/**
 * @typedef {object} FfmpegFacts
 * @property {string | undefined} target such as `linux-x64`
 * @property {string | undefined} version
 * @property {string | undefined} configuration the options it was built with
 * @property {(encoder: string) => boolean} hasEncoder
 */

/**
 * @param {Buffer} program the whole file
 * @returns {FfmpegFacts}
 */
export function readFfmpegFacts(program) {
  return {
    target: targetOfProgram(program),
    version: textsWith(program, '%s version ')[0]?.slice('%s version '.length),
    configuration: textsWith(program, '--enable-').find((text) => text.startsWith('--')),
    // Only the end is sure: a linker lets a short text begin inside a longer one.
    hasEncoder: (encoder) => program.includes(`${encoder}\0`, 0, 'latin1'),
  };
}

/**
 * Why this ffmpeg may not go into an installer for the target; empty when it may.
 * @param {FfmpegFacts} facts
 * @param {string} target
 * @returns {string[]}
 */
export function ffmpegFaults({ target: found, version, configuration, hasEncoder }, target) {
  const faults = [];
  if (found !== target) faults.push(`it is a program for ${found ?? 'no system known'}, not ${target}`);
  if (!isNewEnough(version))
    faults.push(
      `its version is ${version ?? 'not readable'}, and ${OLDEST.major}.${OLDEST.minor} is the oldest`,
    );
  const options = configuration?.split(' ') ?? [];
  if (options.length === 0) faults.push('its configuration is not readable');
  if (options.includes('--enable-nonfree'))
    faults.push('it was built with --enable-nonfree: nobody may pass it on');
  const missing = [...SOFTWARE_ENCODERS, ...(HARDWARE_ENCODERS[target] ?? [])].filter(
    (name) => !hasEncoder(name),
  );
  if (missing.length > 0) faults.push(`it lacks ${missing.join(', ')}`);
  return faults;
}

/**
 * @param {string} path
 * @param {string} target
 */
export function faultsOfFile(path, target) {
  return ffmpegFaults(readFfmpegFacts(readFileSync(path)), target);
}

/** @param {string | undefined} version */
function isNewEnough(version) {
  const found = /^n?(\d+)\.(\d+)/.exec(version ?? '');
  if (found === null) return false;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
}

/**
 * The texts of a program that hold a part, each from one zero byte to the next (or a line's end).
 * @param {Buffer} program
 * @param {string} part
 * @returns {string[]}
 */
function textsWith(program, part) {
  const texts = [];
  for (let at = program.indexOf(part); at !== -1; at = program.indexOf(part, at + 1)) {
    const start = program.lastIndexOf(0, at) + 1;
    const end = program.indexOf(0, at);
    const text = program.toString('latin1', start, end === -1 ? undefined : end).split('\n')[0] ?? '';
    texts.push(text);
    at = end === -1 ? program.length : end;
  }
  return texts;
}
