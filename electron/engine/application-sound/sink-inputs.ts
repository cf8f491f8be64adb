/** What plays on the sound server, as `pactl list sink-inputs` writes it in the locale `C`. Applications name themselves: nothing is trusted. Pure. */
import type { SoundApplication } from '../../../shared/media/application-port.ts';

export interface SinkInput extends SoundApplication {
  /** Of the server; another one each time the application begins to play. */
  readonly index: number;
}

const HEAD = /^Sink Input #(\d{1,10})$/;
const PROPERTY = /^\s+(application\.name|application\.process\.binary) = "(.*)"$/;
const MAX_INPUTS = 256;
const MAX_NAME = 512;

/** @param ownProgram the executable of this application, whose sound is none to capture. */
export function readSinkInputs(text: string, ownProgram: string): readonly SinkInput[] {
  const found: { readonly index: number; readonly names: Map<string, string> }[] = [];
  for (const line of text.split('\n')) {
    const [, index] = HEAD.exec(line) ?? [];
    if (index !== undefined) found.push({ index: Number(index), names: new Map() });
    const [, key, value] = PROPERTY.exec(line) ?? [];
    if (key !== undefined && value !== undefined) found.at(-1)?.names.set(key, nameOf(value));
  }
  return found.slice(0, MAX_INPUTS).flatMap(({ index, names }): SinkInput[] => {
    const program = names.get('application.process.binary') || undefined;
    const name = names.get('application.name') || program;
    // Modules of the server itself, as loopbacks, have neither.
    return name === undefined || program === ownProgram ? [] : [{ index, name, program }];
  });
}

/** Each once, in the order of their names. */
export function applicationsOf(inputs: readonly SinkInput[]): readonly SoundApplication[] {
  const all = new Map(
    inputs.map(({ name, program }) => [
      JSON.stringify([name, program]),
      program === undefined ? { name } : { name, program },
    ]),
  );
  return [...all.values()].toSorted((one, other) => compare(keyOf(one), keyOf(other)));
}

/**
 * What the application plays. An application that was chosen from the list is found by both names, so that no other one with the
 * same name is heard; one that is known by a single name, by either.
 */
export function inputsOfApplication(
  { name, program }: SoundApplication,
  inputs: readonly SinkInput[],
): readonly SinkInput[] {
  return inputs.filter((input) =>
    program === undefined
      ? isSame(input.name, name) || isSame(input.program, name)
      : isSame(input.name, name) && isSame(input.program, program),
  );
}

function nameOf(value: string): string {
  return value.replaceAll('\\"', '"').slice(0, MAX_NAME);
}

function isSame(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

function keyOf({ name, program = '' }: SoundApplication): string {
  return `${name.toLowerCase()}\0${name}\0${program}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
