// The ffmpeg that Upcast brings along: one version from one publisher, for each system and processor, by its SHA-256.
// The portable builds of jellyfin-ffmpeg are GPL without non-free parts. They have NVENC, AMF, Quick Sync, VA-API and
// VideoToolbox where the system has them.

const TAG = 'v7.1.4-3';
const NAME = 'jellyfin-ffmpeg_7.1.4-3_portable';
const REPOSITORY = 'https://github.com/jellyfin/jellyfin-ffmpeg';

/**
 * @typedef {object} FfmpegPin
 * @property {string} url of the archive
 * @property {string} sha256 of the archive
 */

/** What an installer's ffmpeg says of itself. */
export const ffmpegVersion = '7.1.4-Jellyfin';

/**
 * By system and processor, named as Node names them. The publisher puts no hashes beside its files: these were taken
 * from public build recipes, each hash from at least two that do not depend on each other.
 * @type {Readonly<Record<string, FfmpegPin>>}
 */
export const ffmpegPins = {
  'darwin-arm64': pin(
    'macarm64-gpl.tar.xz',
    '99d689816a41075574928a0b3059101fd454fc58f465c99105a73b5c415ac86d',
  ),
  'darwin-x64': pin('mac64-gpl.tar.xz', '943f78e94d2760d3925fc0d9cc15f8329b11dbcdae7b0fd0d225b64e5a1aae29'),
  'linux-arm64': pin(
    'linuxarm64-gpl.tar.xz',
    '77e4b5d044ab73e1f26c9aadaa5d6014d1782500bf2c29afb3ab81f5bea98b1f',
  ),
  'linux-x64': pin('linux64-gpl.tar.xz', 'cab9ff40a47e4232d231e4eb7e4e85fabfeec56c6905266bc94291fc0881f83f'),
  'win32-arm64': pin(
    'winarm64-clang-gpl.zip',
    'fcab60b6892ffa10c09a87570e53b88d8eda2344d58bf32e89ee8b2c2ababbf1',
  ),
  'win32-x64': pin('win64-clang-gpl.zip', '113adeb702683c38be40a65d859f8ef7ffb07bae9df16dfb6c3df5ac3d95ef3c'),
};

/**
 * The source of these builds, with its GPL text and the recipes that fetch and build its libraries. A release carries
 * it beside the installers.
 */
export const ffmpegSource = {
  url: `${REPOSITORY}/archive/refs/tags/${TAG}.tar.gz`,
  sha256: '38fff90f73b3c4f9c3c7270711411a4ec3cbe63b205d4b4a5525bcc532d3d31f',
  fileName: 'ffmpeg-7.1.4-3-source.tar.gz',
  licence: 'COPYING.GPLv3',
};

/**
 * @param {string} suffix
 * @param {string} sha256
 * @returns {FfmpegPin}
 */
function pin(suffix, sha256) {
  return { url: `${REPOSITORY}/releases/download/${TAG}/${NAME}_${suffix}`, sha256 };
}
