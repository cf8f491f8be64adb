/** The encoding held against every service that is switched on, and the one encoding that suits them all. Pure. */
import type { Destination } from '../../../shared/destinations/destination.ts';
import { checkAgainstService, fitToService } from '../../../shared/destinations/services.ts';
import type { Service } from '../../../shared/destinations/service.ts';
import type { ServiceFinding } from '../../../shared/destinations/services.ts';
import { codecNames, codecOf } from '../../../shared/encoding/codec.ts';
import { encodingProfileSchema } from '../../../shared/encoding/profile-schema.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { serviceOf, servicesOf } from '../../../shared/destinations/destination-service.ts';

export interface ServiceAdvice {
  /** Problems first, each once. */
  readonly findings: readonly ServiceFinding[];
  /** The settings that fix it; undefined when nothing would get better. */
  readonly fitted: EncodingProfile | undefined;
}

/** Holds the encoding against the services of the destinations that are switched on. */
export function adviseForServices(
  profile: EncodingProfile,
  destinations: readonly Destination[],
): ServiceAdvice {
  const services = [...new Set(destinations.filter(({ isEnabled }) => isEnabled).flatMap(servicesOf))];
  const findings = check(profile, services);
  // Where two services disagree, a limit of one has to win over the other's advice: limits are fitted last.
  const suggested = services.reduce(fitToService, profile);
  const fitted = services.reduce(fixProblems, suggested);
  const isBetter =
    weigh(check(fitted, services)) < weigh(findings) && encodingProfileSchema.safeParse(fitted).success;
  return {
    findings: [...findings, ...doubtServers(profile, destinations)],
    fitted: isBetter ? fitted : undefined,
  };
}

function check(profile: EncodingProfile, services: readonly Service[]): ServiceFinding[] {
  const all = services.flatMap((service) => checkAgainstService(profile, service));
  return [
    ...all.filter(({ level }) => level === 'problem'),
    ...all.filter(({ level }) => level === 'warning'),
  ];
}

function fixProblems(profile: EncodingProfile, service: Service): EncodingProfile {
  return checkAgainstService(profile, service)
    .filter(({ level }) => level === 'problem')
    .reduce((fitted, { fix }) => ({ ...fitted, ...fix }), profile);
}

/** One problem is worse than all warnings. */
function weigh(findings: readonly ServiceFinding[]): number {
  return findings.reduce((sum, { level }) => sum + (level === 'problem' ? 1000 : 1), 0);
}

/** Nobody published what a server of one's own takes: of another codec than H.264 it is only known once it answers. */
function doubtServers(profile: EncodingProfile, destinations: readonly Destination[]): ServiceFinding[] {
  const codec = codecOf(profile.encoder);
  if (codec === 'h264') return [];
  return destinations
    .filter((destination) => destination.isEnabled && serviceOf(destination) === undefined)
    .map(({ name }) => ({
      level: 'warning',
      field: 'encoder',
      message: { code: 'codecUnknown', service: name, name: codecNames[codec] },
      fix: { encoder: 'auto' },
    }));
}
