/** Why a file can't be imported. */
import { format } from '../format.ts';

const KINDS =
  'exported destinations, OBS’s service.json, files from obs-multi-rtmp or Aitum Multistream, and text files with one address per line';

/** Stands wherever people choose a file. */
export const IMPORTABLE = `Upcast imports ${KINDS}.`;

export const presetFile = {
  notAFile: 'This isn’t a file Upcast can read. Choose a file, not a folder.',
  unreadable: 'Couldn’t read the file.',
  tooLarge: (maximumBytes: number) => `The file is too large. The maximum is ${format.bytes(maximumBytes)}.`,
  notText: `This isn’t a text file. ${IMPORTABLE}`,
  damagedJson: 'The file is damaged: it starts as JSON but isn’t complete.',
  foreign: `Upcast can’t import this file. It imports ${KINDS}.`,
  outputsUnreadable: 'Couldn’t read the destinations in this file.',
  noAddress: 'The file contains no server addresses.',
  noAddressReadable: (problem: string) => `Couldn’t read any address in the file: ${problem}`,
  newerVersion: (version: number, known: number) =>
    `This file was saved by a newer version of Upcast (format ${format.number(version)}; this version reads up to ${format.number(known)}). Update Upcast to import it.`,
  damaged: (place: string) => (place === '' ? 'The file is damaged.' : `The file is damaged at “${place}”.`),
  changedKeys: 'The file was damaged or changed after it was saved, so its keys can’t be used.',
  tooSlow: 'Reading the file took too long.',
  tooMuchMemory: 'Reading the file took too much memory.',
  readerFailed: 'Couldn’t read the file. Try again.',
};
