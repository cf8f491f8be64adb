/** Names of scenes and sources: none is there twice. */
import { MAX_NAME_LENGTH } from '../../destinations/name.ts';
import { cutWhole } from '../../whole-characters.ts';

/** The name itself, or with the next free number: "Camera" gives "Camera 2", "Camera 2" gives "Camera 3". */
export function uniqueName(name: string, others: readonly { readonly name: string }[]): string {
  const taken = new Set(others.map((each) => each.name));
  if (!taken.has(name)) return name;
  const [, base = name, number = '1'] = /^(.*\S) (\d{1,3})$/su.exec(name) ?? [];
  for (let next = Number(number) + 1; ; next += 1) {
    const suffix = ` ${next}`;
    const candidate = `${cutWhole(base, MAX_NAME_LENGTH - suffix.length).trimEnd()}${suffix}`;
    if (!taken.has(candidate)) return candidate;
  }
}
