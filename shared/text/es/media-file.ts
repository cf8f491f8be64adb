/** What was odd about a media file that was read anyway: one sentence for each kind of notice. */
import type { FileNotice, FileNoticeCode } from '../../media/file-notice.ts';
import { format, times } from './format.ts';

const count = (value: number, one: string, other: string): string =>
  format.count(value, { one, many: `de ${other}`, other });
const bytes = (value: number): string => count(value, 'byte', 'bytes');

const sentences: Readonly<Record<FileNoticeCode, (notice: FileNotice) => string>> = {
  wrongSizes: (notice) =>
    `Upcast pasó por alto ${count(notice.count, 'tamaño de etiqueta incorrecto', 'tamaños de etiqueta incorrectos')}.`,
  wrongFlags: () =>
    'La cabecera del archivo no coincide con su audio o su vídeo, así que Upcast la pasó por alto.',
  repeatedHeaders: (notice) =>
    `Upcast omitió ${count(notice.count, 'cabecera sobrante', 'cabeceras sobrantes')} dentro del archivo.`,
  bytesBetween: (notice) =>
    `El archivo está dañado en ${count(notice.places ?? 1, 'lugar', 'lugares')}. Upcast omitió ${bytes(notice.count)}.`,
  bytesAtEnd: (notice) => `Upcast omitió ${bytes(notice.count)} después de la última etiqueta.`,
  cutTagBytes: (notice) => `La última etiqueta está incompleta. Upcast omitió sus ${bytes(notice.count)}.`,
  unknownTags: (notice) =>
    `Upcast omitió ${count(notice.count, 'etiqueta', 'etiquetas')} de tipo desconocido.`,
  encryptedTags: (notice) =>
    `Upcast omitió ${count(notice.count, 'etiqueta cifrada', 'etiquetas cifradas')}.`,
  brokenTags: (notice) => `Upcast omitió ${count(notice.count, 'etiqueta ilegible', 'etiquetas ilegibles')}.`,
  gaps: (notice) =>
    `Las marcas de tiempo del archivo saltan más de ${format.seconds(notice.longestGapMs ?? 0)} hacia delante (${times(notice.count)}). ${format.plural(notice.count, { one: 'Upcast omitió el hueco', many: 'Upcast omitió los huecos', other: 'Upcast omitió los huecos' })}.`,
  restarts: (notice) =>
    `Las marcas de tiempo del archivo vuelven a empezar (${times(notice.count)}). La reproducción continuó sin huecos.`,
  audioEncoded: (notice) =>
    `RTMP no admite el audio ${notice.codec === undefined ? '' : `${notice.codec} `}del archivo, así que Upcast lo convierte a AAC.`,
  videoRotated: (notice) =>
    `El archivo indica que su vídeo debe girarse ${format.number(notice.count)}°. RTMP no admite esa indicación, así que los espectadores ven el vídeo de lado o al revés. Convierte el archivo con el giro aplicado antes de transmitirlo.`,
  videoFormat: (notice) =>
    `El vídeo es H.264 con ${notice.codec === undefined ? 'un formato de píxeles poco común' : `el formato de píxeles ${notice.codec}`}, que muchos servicios no pueden reproducir. Conviértelo primero a yuv420p.`,
  endsEarly: () =>
    'El archivo termina antes de tiempo, como si la grabación se hubiera cortado. Upcast envió todo lo anterior a ese punto.',
};

export const mediaFile = {
  notice: (notice: FileNotice) => sentences[notice.code](notice),
};
