/** Why a file can't be imported. */
import { format } from '../format.ts';

/** Stands wherever people choose a file. */
export const IMPORTABLE =
  'Upcast importiert aus Upcast exportierte Ziele, die service.json von OBS und Dateien von obs-multi-rtmp oder Aitum Multistream. Auch Textdateien mit einer Adresse pro Zeile sind möglich.';

export const presetFile = {
  notAFile: 'Das ist keine Datei, die Upcast lesen kann. Wähle eine Datei, keinen Ordner.',
  unreadable: 'Die Datei konnte nicht gelesen werden.',
  tooLarge: (maximumBytes: number) =>
    `Die Datei ist zu groß. Das Maximum sind ${format.bytes(maximumBytes)}.`,
  notText: `Das ist keine Textdatei. ${IMPORTABLE}`,
  damagedJson: 'Die Datei ist beschädigt: Sie beginnt als JSON, ist aber nicht vollständig.',
  foreign: `Upcast kann diese Datei nicht importieren. ${IMPORTABLE}`,
  outputsUnreadable: 'Die Ziele in dieser Datei konnten nicht gelesen werden.',
  noAddress: 'Die Datei enthält keine Serveradressen.',
  /** @param problem a whole sentence */
  noAddressReadable: (problem: string) => `In der Datei war keine Adresse lesbar. ${problem}`,
  newerVersion: (version: number, known: number) =>
    `Eine neuere Version von Upcast hat diese Datei gespeichert (Format ${format.number(version)}; diese Version liest bis Format ${format.number(known)}). Aktualisiere Upcast, um sie zu importieren.`,
  damaged: (place: string) =>
    place === '' ? 'Die Datei ist beschädigt.' : `Die Datei ist bei „${place}“ beschädigt.`,
  changedKeys:
    'Die Datei wurde nach dem Speichern beschädigt oder verändert. Upcast kann ihre Schlüssel nicht nutzen.',
  tooSlow: 'Das Lesen der Datei hat zu lange gedauert. Vielleicht ist die Datei zu groß.',
  tooMuchMemory: 'Das Lesen der Datei brauchte zu viel Speicher. Vielleicht ist die Datei zu groß.',
  readerFailed: 'Die Datei konnte nicht gelesen werden. Versuche es noch einmal.',
};
