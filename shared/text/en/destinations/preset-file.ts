/** Why a file can't be imported. */
import { format } from '../format.ts';

/** Stands wherever people choose a file. */
export const IMPORTABLE =
  'Upcast can import its own exports, service.json from OBS, and files from obs-multi-rtmp or Aitum Multistream. Text files with one address per line work too.';

export const presetFile = {
  notAFile: 'This isn’t a file Upcast can read. Choose a file, not a folder.',
  unreadable: 'Couldn’t read the file.',
  tooLarge: (maximumBytes: number) => `The file is too large. The maximum is ${format.bytes(maximumBytes)}.`,
  notText: `This isn’t a text file. ${IMPORTABLE}`,
  damagedJson: 'The file is damaged: it starts as JSON but isn’t complete.',
  foreign: `Upcast can’t import this kind of file. ${IMPORTABLE}`,
  outputsUnreadable: 'Couldn’t read the destinations in this file.',
  noAddress: 'The file contains no server addresses.',
  /** @param problem a whole sentence */
  noAddressReadable: (problem: string) => `Couldn’t read any address in the file. ${problem}`,
  newerVersion: (version: number, known: number) =>
    `A newer version of Upcast saved this file (format ${format.number(version)}; this version reads up to format ${format.number(known)}). Update Upcast to import it.`,
  damaged: (place: string) => (place === '' ? 'The file is damaged.' : `The file is damaged at “${place}”.`),
  changedKeys: 'The file was damaged or changed after it was saved, so Upcast can’t use its keys.',
  tooSlow: 'Reading the file took too long. The file may be too large.',
  tooMuchMemory: 'Reading the file took too much memory. The file may be too large.',
  readerFailed: 'Couldn’t read the file. Try again.',
};
