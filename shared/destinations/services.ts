/**
 * The catalogue of services: where to send, what each of them takes, and the page of its key. Facts as the vendors
 * publish them; what is not known is left out, never guessed. A profile is held against a service here, before going live.
 */
import { codecNames, codecOf } from '../encoding/codec.ts';
import type { EncodingProfile } from '../encoding/profile.ts';
import type { Catalog, Service } from './service.ts';
import type { ServiceMessage } from './service-message.ts';
import { servicesData } from './services-data.ts';
import { smallServicesData } from './services-data-small.ts';

export const catalog: Catalog = {
  version: 2,
  checkedOn: '2026-11-22',
  services: [...servicesData, ...smallServicesData],
};

export const services: readonly Service[] = catalog.services;

/** Undefined for `custom` and for services that a newer version knew. */
export function findService(id: string): Service | undefined {
  return services.find((service) => service.id === id);
}

/** The service that an address belongs to, by its host; undefined for unknown hosts. */
export function recogniseService(host: string): Service | undefined {
  const wanted = host.toLowerCase();
  const exact = services.find((service) => service.servers.some((server) => hostOf(server.url) === wanted));
  if (exact !== undefined) return exact;
  const suffix = SUFFIXES.find(([end]) => wanted === end || wanted.endsWith(`.${end}`));
  return suffix === undefined ? undefined : findService(suffix[1]);
}

const SUFFIXES: readonly (readonly [string, string])[] = [
  ['rtmps.youtube.com', 'youtube'],
  ['rtmp.youtube.com', 'youtube'],
  ['twitch.tv', 'twitch'],
  ['facebook.com', 'facebook'],
  ['instagram.com', 'instagram'],
  ['tiktok.com', 'tiktok'],
  // Kick's addresses are Amazon IVS channels; only the global form is a channel of one's own.
  ['live-video.net', 'amazon-ivs'],
  ['pscp.tv', 'x'],
  ['vimeo.com', 'vimeo'],
  ['restream.io', 'restream'],
  ['castr.io', 'castr'],
  ['cloudflare.com', 'cloudflare-stream'],
  ['mux.com', 'mux'],
  ['livepeer.com', 'livepeer'],
  ['millicast.com', 'dolby-optiview'],
  ['rmbl.ws', 'rumble'],
  ['rtmp.t.me', 'telegram'],
  ['picarto.tv', 'picarto'],
  ['bilivideo.com', 'bilibili'],
];

function hostOf(url: string): string {
  return /^rtmps?:\/\/([^/:]+)/.exec(url)?.[1]?.toLowerCase() ?? '';
}

export interface ServiceFinding {
  /** `problem`: the service will or may refuse it. `warning`: it works, but not as the service advises. */
  readonly level: 'problem' | 'warning';
  /** The setting it is about. */
  readonly field: keyof EncodingProfile;
  readonly message: ServiceMessage;
  /** Merge these values into the profile to fix the problem. */
  readonly fix: Partial<EncodingProfile>;
}

/** Holds a profile against a service's rules; empty when all is well. */
export function checkAgainstService(profile: EncodingProfile, service: Service): ServiceFinding[] {
  return [
    ...checkRates(profile, service),
    ...checkTotal(profile, service),
    ...checkSampleRate(profile, service),
    ...checkPicture(profile, service),
    ...checkKeyframes(profile, service),
    ...checkCodec(profile, service),
  ];
}

/** The profile with everything mended that the service's rules ask for. */
export function fitToService(profile: EncodingProfile, service: Service): EncodingProfile {
  return checkAgainstService(profile, service).reduce(
    (mended, finding) => ({ ...mended, ...finding.fix }),
    profile,
  );
}

function checkRates(profile: EncodingProfile, service: Service): ServiceFinding[] {
  const { maxVideoKbps, maxAudioKbps, maxFps, name } = service;
  const findings: ServiceFinding[] = [];
  if (maxVideoKbps !== undefined && profile.videoKbps > maxVideoKbps) {
    findings.push({
      level: 'problem',
      field: 'videoKbps',
      message: { code: 'maxVideo', service: name, kbps: maxVideoKbps },
      fix: { videoKbps: maxVideoKbps },
    });
  }
  if (maxAudioKbps !== undefined && profile.audioKbps > maxAudioKbps) {
    findings.push({
      level: 'problem',
      field: 'audioKbps',
      message: { code: 'maxAudio', service: name, kbps: maxAudioKbps },
      fix: { audioKbps: maxAudioKbps },
    });
  }
  if (maxFps !== undefined && profile.fps > maxFps) {
    findings.push({
      level: 'problem',
      field: 'fps',
      message: { code: 'maxFrameRate', service: name, fps: maxFps },
      fix: { fps: maxFps },
    });
  }
  return findings;
}

function checkTotal(profile: EncodingProfile, service: Service): ServiceFinding[] {
  const { maxTotalKbps = Infinity, minTotalKbps = 0, maxAudioKbps = Infinity, name } = service;
  const { videoKbps, audioKbps } = profile;
  const total = videoKbps + audioKbps;
  const [level, bound, code] =
    total > maxTotalKbps
      ? (['problem', maxTotalKbps, 'maxTotal'] as const)
      : (['warning', minTotalKbps, 'minTotal'] as const);
  if (total >= minTotalKbps && total <= maxTotalKbps) return [];
  const message = { code, service: name, kbps: bound };
  return [
    { level, field: 'videoKbps', message, fix: { videoKbps: bound - Math.min(audioKbps, maxAudioKbps) } },
  ];
}

function checkSampleRate(profile: EncodingProfile, service: Service): ServiceFinding[] {
  const { audioSampleRates, name } = service;
  const [wanted] = audioSampleRates ?? [];
  if (wanted === undefined || audioSampleRates?.includes(profile.audioSampleRate) === true) return [];
  const message = { code: 'sampleRate', service: name, hertz: wanted } as const;
  return [{ level: 'warning', field: 'audioSampleRate', message, fix: { audioSampleRate: wanted } }];
}

function checkPicture(profile: EncodingProfile, service: Service): ServiceFinding[] {
  const { name, maxWidth = Infinity, maxHeight = Infinity } = service;
  const { width, height } = profile;
  const longSide = Math.max(maxWidth, maxHeight);
  const shortSide = Math.min(maxWidth, maxHeight);
  if (Math.max(width, height) > longSide || Math.min(width, height) > shortSide) {
    const scale = Math.min(longSide / Math.max(width, height), shortSide / Math.min(width, height));
    const even = (pixels: number): number => Math.floor((pixels * scale) / 2) * 2;
    const message = { code: 'maxResolution', service: name, longSide, shortSide } as const;
    return [{ level: 'problem', field: 'width', message, fix: { width: even(width), height: even(height) } }];
  }
  if (service.isPortrait === true && width > height) {
    const message = { code: 'vertical', service: name } as const;
    return [{ level: 'warning', field: 'height', message, fix: { width: height, height: width } }];
  }
  return [];
}

const KEYFRAME_TOLERANCE_SECONDS = 0.01;

function checkKeyframes(profile: EncodingProfile, service: Service): ServiceFinding[] {
  const { keyframeSeconds: wanted, name } = service;
  if (wanted === undefined) return [];
  const { maxKeyframeSeconds: longest = wanted } = service;
  if (Math.abs(profile.keyframeSeconds - wanted) < KEYFRAME_TOLERANCE_SECONDS) return [];
  const isTooLong = profile.keyframeSeconds > longest + KEYFRAME_TOLERANCE_SECONDS;
  if (!isTooLong && service.maxKeyframeSeconds !== undefined && profile.keyframeSeconds >= wanted) return [];
  return [
    {
      level: isTooLong ? 'problem' : 'warning',
      field: 'keyframeSeconds',
      message: { code: 'keyframes', service: name, seconds: wanted, isRequired: isTooLong },
      fix: { keyframeSeconds: wanted },
    },
  ];
}

const PROFILE_ORDER = ['baseline', 'main', 'high'] as const;

function checkCodec(profile: EncodingProfile, service: Service): ServiceFinding[] {
  const { h264Profile, hasBFrames, name } = service;
  const findings: ServiceFinding[] = [];
  const codec = codecOf(profile.encoder);
  if (!service.codecs.includes(codec)) {
    findings.push({
      level: 'problem',
      field: 'encoder',
      message: { code: 'codec', service: name, name: codecNames[codec] },
      fix: { encoder: 'auto' },
    });
  }
  if (
    codec === 'h264' &&
    h264Profile !== undefined &&
    PROFILE_ORDER.indexOf(profile.h264Profile) > PROFILE_ORDER.indexOf(h264Profile)
  ) {
    findings.push({
      level: 'warning',
      field: 'h264Profile',
      message: { code: 'profile', service: name, name: h264Profile },
      fix: { h264Profile },
    });
  }
  if (hasBFrames === false && usesBFrames(profile)) {
    findings.push({
      level: 'problem',
      field: 'latency',
      message: { code: 'bFrames', service: name },
      fix: { latency: 'low' },
    });
  }
  return findings;
}

function usesBFrames({ latency, encoder, h264Profile }: EncodingProfile): boolean {
  if (latency === 'low') return false;
  return codecOf(encoder) === 'h264' ? h264Profile !== 'baseline' : encoder === 'libx265';
}

/** True for two hosts of one service of the catalogue. */
export function isSameService(host: string, own: string): boolean {
  const service = recogniseService(own);
  return service !== undefined && recogniseService(host)?.id === service.id;
}
