/** Why a file can't be imported. */
import { format } from '../format.ts';

/** Stands wherever people choose a file. */
export const IMPORTABLE =
  'Upcast importa destinos exportados de Upcast, el service.json de OBS y archivos de obs-multi-rtmp o Aitum Multistream. También importa archivos de texto con una dirección por línea.';

export const presetFile = {
  notAFile: 'Esto no es un archivo que Upcast pueda leer. Elige un archivo, no una carpeta.',
  unreadable: 'No se pudo leer el archivo.',
  tooLarge: (maximumBytes: number) =>
    `El archivo es demasiado grande. El máximo es ${format.bytes(maximumBytes)}.`,
  notText: `Esto no es un archivo de texto. ${IMPORTABLE}`,
  damagedJson: 'El archivo está dañado: empieza como JSON, pero está incompleto.',
  foreign: `Upcast no puede importar este archivo. ${IMPORTABLE}`,
  outputsUnreadable: 'No se pudieron leer los destinos de este archivo.',
  noAddress: 'El archivo no contiene direcciones de servidor.',
  /** @param problem a whole sentence */
  noAddressReadable: (problem: string) => `No se pudo leer ninguna dirección del archivo. ${problem}`,
  newerVersion: (version: number, known: number) =>
    `Una versión más reciente de Upcast guardó este archivo (formato ${format.number(version)}; esta versión lee hasta el formato ${format.number(known)}). Actualiza Upcast para importarlo.`,
  damaged: (place: string) =>
    place === '' ? 'El archivo está dañado.' : `El archivo está dañado en «${place}».`,
  changedKeys:
    'El archivo se dañó o se modificó después de guardarlo, así que Upcast no puede usar sus claves.',
  tooSlow: 'La lectura del archivo tardó demasiado. Puede que el archivo sea demasiado grande.',
  tooMuchMemory: 'La lectura del archivo ocupó demasiada memoria. Puede que el archivo sea demasiado grande.',
  readerFailed: 'No se pudo leer el archivo. Vuelve a intentarlo.',
};
