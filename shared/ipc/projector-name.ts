/** The name of a projector's window, which tells main where it goes. */

export interface ProjectorPlace {
  /** Full screen there; a window of its own when absent. */
  readonly displayId: string | undefined;
}

/** @param number another one for each projector. */
export function projectorName(number: number, { displayId }: ProjectorPlace): string {
  return `projector-${number}${displayId === undefined ? '' : `-on-${displayId}`}`;
}

/** Undefined for any other name. */
export function readProjectorName(name: string): ProjectorPlace | undefined {
  const found = /^projector-\d{1,6}(?:-on-(-?\d{1,20}))?$/.exec(name);
  return found === null ? undefined : { displayId: found[1] };
}

/** A monitor, for full screen projectors. */
export interface DisplayFacts {
  readonly id: string;
  /** Of the monitor; empty where the system doesn't say. */
  readonly label: string;
  readonly isPrimary: boolean;
}
