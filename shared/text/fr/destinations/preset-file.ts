/** Why a file can't be imported. */
import { format } from '../format.ts';

/** Stands wherever people choose a file. */
export const IMPORTABLE =
  'Upcast importe les destinations exportées depuis Upcast, le fichier service.json d’OBS et les fichiers d’obs-multi-rtmp ou d’Aitum Multistream. Les fichiers texte avec une adresse par ligne conviennent aussi.';

export const presetFile = {
  notAFile: 'Upcast ne peut pas lire ce type d’élément. Choisissez un fichier, pas un dossier.',
  unreadable: 'Impossible de lire le fichier.',
  tooLarge: (maximumBytes: number) =>
    `Le fichier est trop volumineux. Le maximum est de ${format.bytes(maximumBytes)}.`,
  notText: `Ce n’est pas un fichier texte. ${IMPORTABLE}`,
  damagedJson: 'Le fichier est endommagé : il commence comme du JSON, mais n’est pas complet.',
  foreign: `Upcast ne peut pas importer ce fichier. ${IMPORTABLE}`,
  outputsUnreadable: 'Impossible de lire les destinations de ce fichier.',
  noAddress: 'Le fichier ne contient aucune adresse de serveur.',
  /** @param problem a whole sentence */
  noAddressReadable: (problem: string) => `Impossible de lire une adresse dans le fichier. ${problem}`,
  newerVersion: (version: number, known: number) =>
    `Une version plus récente d’Upcast a sauvegardé ce fichier (format ${format.number(version)} ; cette version lit jusqu’au format ${format.number(known)}). Mettez Upcast à jour pour l’importer.`,
  damaged: (place: string) =>
    place === '' ? 'Le fichier est endommagé.' : `Le fichier est endommagé à cet endroit : « ${place} ».`,
  changedKeys:
    'Le fichier a été endommagé ou modifié après sa sauvegarde, Upcast ne peut donc pas utiliser ses clés.',
  tooSlow: 'La lecture du fichier a pris trop de temps. Le fichier est peut-être trop volumineux.',
  tooMuchMemory: 'La lecture du fichier a utilisé trop de mémoire. Le fichier est peut-être trop volumineux.',
  readerFailed: 'Impossible de lire le fichier. Réessayez.',
};
