/** What the program's loudness is judged by: the target that was chosen, or the one of the services that it goes to. Pure. */
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { loudnessTarget, loudnessTargetIds, targetForServices } from '../../../../shared/sound/targets.ts';
import type { LoudnessTarget } from '../../../../shared/sound/targets.ts';

/** @param chosen of the document: `auto`, a target's id, or LUFS. An id that nothing is known of counts as `auto`. */
export function targetOf(
  chosen: string | number,
  destinations: readonly Pick<Destination, 'serviceId' | 'relayedServiceIds' | 'isEnabled'>[],
): LoudnessTarget {
  if (typeof chosen === 'number') return loudnessTarget(chosen);
  const known = loudnessTargetIds.find((id) => id === chosen);
  if (known !== undefined) return loudnessTarget(known);
  const serviceIds = destinations.flatMap(({ serviceId, relayedServiceIds, isEnabled }) =>
    isEnabled ? (relayedServiceIds ?? [serviceId]) : [],
  );
  return loudnessTarget(targetForServices(serviceIds));
}
