/** What was odd about a media file that was read anyway: one sentence for each kind of notice. */
import type { FileNotice, FileNoticeCode } from '../../media/file-notice.ts';
import { format, times } from './format.ts';

const count = (value: number, one: string, other: string): string => format.count(value, { one, other });
const bytes = (value: number): string => count(value, 'Byte', 'Bytes');

const sentences: Readonly<Record<FileNoticeCode, (notice: FileNotice) => string>> = {
  wrongSizes: (notice) =>
    `${count(notice.count, 'falsche Tag-Größe', 'falsche Tag-Größen')} in der Datei ignoriert.`,
  wrongFlags: () =>
    'Der Dateikopf passt nicht zum Audio oder Video der Datei. Upcast hat den Dateikopf ignoriert.',
  repeatedHeaders: (notice) =>
    `${count(notice.count, 'weiteren Dateikopf', 'weitere Dateiköpfe')} innerhalb der Datei übersprungen.`,
  bytesBetween: (notice) =>
    `Die Datei ist an ${count(notice.places ?? 1, 'Stelle', 'Stellen')} beschädigt. ${bytes(notice.count)} übersprungen.`,
  bytesAtEnd: (notice) => `${bytes(notice.count)} nach dem letzten Tag übersprungen.`,
  cutTagBytes: (notice) =>
    `Das letzte Tag ist unvollständig. Seine ${bytes(notice.count)} wurden übersprungen.`,
  unknownTags: (notice) => `${count(notice.count, 'Tag', 'Tags')} unbekannten Typs übersprungen.`,
  encryptedTags: (notice) =>
    `${count(notice.count, 'verschlüsseltes Tag', 'verschlüsselte Tags')} übersprungen.`,
  brokenTags: (notice) => `${count(notice.count, 'unlesbares Tag', 'unlesbare Tags')} übersprungen.`,
  gaps: (notice) =>
    `Die Zeitstempel der Datei springen um mehr als ${format.seconds(notice.longestGapMs ?? 0)} nach vorn (${times(notice.count)}). ${format.plural(notice.count, { one: 'Upcast hat die Lücke übersprungen', other: 'Upcast hat die Lücken übersprungen' })}.`,
  restarts: (notice) =>
    `Die Zeitstempel der Datei beginnen von vorn (${times(notice.count)}). Die Wiedergabe lief ohne Lücke weiter.`,
  audioEncoded: (notice) =>
    `RTMP kann das ${notice.codec === undefined ? 'Audio' : `${notice.codec}-Audio`} der Datei nicht übertragen. Upcast wandelt es in AAC um.`,
  videoRotated: (notice) =>
    `Laut der Datei soll ihr Video um ${format.number(notice.count)}° gedreht werden. RTMP kann das nicht übertragen. Zuschauer sehen das Video auf der Seite oder auf dem Kopf. Konvertiere die Datei mit angewendeter Drehung, bevor du sie streamst.`,
  videoFormat: (notice) =>
    `Das Video ist H.264 mit ${notice.codec === undefined ? 'einem ungewöhnlichen Pixelformat' : `dem Pixelformat ${notice.codec}`}, das viele Dienste nicht abspielen können. Konvertiere es zuerst in yuv420p.`,
  endsEarly: () =>
    'Die Datei endet vorzeitig, als wäre die Aufnahme abgebrochen. Upcast hat alles bis zu dieser Stelle gesendet.',
};

export const mediaFile = {
  notice: (notice: FileNotice) => sentences[notice.code](notice),
};
