/** What was odd about a media file that was read anyway: one sentence for each kind of notice. */
import type { FileNotice, FileNoticeCode } from '../../media/file-notice.ts';
import { format, noun, times } from './format.ts';

const count = (value: number, one: string, other?: string): string => format.count(value, noun(one, other));
const bytes = (value: number): string => count(value, 'octet');

const sentences: Readonly<Record<FileNoticeCode, (notice: FileNotice) => string>> = {
  wrongSizes: (notice) =>
    `Upcast a ignoré ${count(notice.count, 'taille de tag incorrecte', 'tailles de tag incorrectes')}.`,
  wrongFlags: () =>
    'L’en-tête du fichier ne correspond pas à son contenu audio ou vidéo. Upcast a ignoré l’en-tête.',
  repeatedHeaders: (notice) =>
    `Upcast a sauté ${count(notice.count, 'en-tête supplémentaire', 'en-têtes supplémentaires')} au milieu du fichier.`,
  bytesBetween: (notice) =>
    `Le fichier est endommagé à ${count(notice.places ?? 1, 'endroit')}. Upcast a sauté ${bytes(notice.count)}.`,
  bytesAtEnd: (notice) => `Upcast a sauté ${bytes(notice.count)} après le dernier tag.`,
  cutTagBytes: (notice) => `Le dernier tag est incomplet. Upcast a sauté ${bytes(notice.count)}.`,
  unknownTags: (notice) =>
    `Upcast a sauté ${count(notice.count, 'tag de type inconnu', 'tags de type inconnu')}.`,
  encryptedTags: (notice) => `Upcast a sauté ${count(notice.count, 'tag chiffré', 'tags chiffrés')}.`,
  brokenTags: (notice) => `Upcast a sauté ${count(notice.count, 'tag illisible', 'tags illisibles')}.`,
  gaps: (notice) =>
    `L’horodatage du fichier fait des bonds de plus de ${format.seconds(notice.longestGapMs ?? 0)} (${times(notice.count)}). ${format.plural(notice.count, { one: 'Upcast a sauté ce vide', other: 'Upcast a sauté ces vides' })}.`,
  restarts: (notice) =>
    `L’horodatage du fichier repart de zéro (${times(notice.count)}). La lecture a continué sans coupure.`,
  audioEncoded: (notice) =>
    `RTMP ne peut pas transporter l’audio${notice.codec === undefined ? '' : ` ${notice.codec}`} du fichier. Upcast le convertit en AAC.`,
  videoRotated: (notice) =>
    `Le fichier demande de tourner sa vidéo de ${format.number(notice.count)}°, ce que RTMP ne peut pas transporter. Les spectateurs voient la vidéo sur le côté ou à l’envers. Convertissez le fichier en appliquant la rotation avant de le streamer.`,
  videoFormat: (notice) =>
    `La vidéo est en H.264 avec ${notice.codec === undefined ? 'un format de pixels inhabituel' : `le format de pixels ${notice.codec}`}, que de nombreux services ne peuvent pas lire. Convertissez-la d’abord en yuv420p.`,
  endsEarly: () =>
    'Le fichier se termine trop tôt, comme si l’enregistrement avait été coupé. Upcast a envoyé tout ce qui précède.',
};

export const mediaFile = {
  notice: (notice: FileNotice) => sentences[notice.code](notice),
};
