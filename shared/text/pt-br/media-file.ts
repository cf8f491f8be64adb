/** What was odd about a media file that was read anyway: one sentence for each kind of notice. */
import type { FileNotice, FileNoticeCode } from '../../media/file-notice.ts';
import { format, times } from './format.ts';

const count = (value: number, one: string, other: string): string =>
  format.count(value, { one, many: `de ${other}`, other });
const bytes = (value: number): string => count(value, 'byte', 'bytes');

const sentences: Readonly<Record<FileNoticeCode, (notice: FileNotice) => string>> = {
  wrongSizes: (notice) =>
    `O Upcast ignorou ${count(notice.count, 'tamanho de tag incorreto', 'tamanhos de tag incorretos')}.`,
  wrongFlags: () =>
    'O cabeçalho do arquivo não corresponde ao áudio ou vídeo do arquivo, por isso o Upcast ignorou o cabeçalho.',
  repeatedHeaders: (notice) =>
    `O Upcast pulou ${count(notice.count, 'cabeçalho de arquivo extra', 'cabeçalhos de arquivo extras')} dentro do arquivo.`,
  bytesBetween: (notice) =>
    `O arquivo está danificado em ${count(notice.places ?? 1, 'lugar', 'lugares')}. O Upcast pulou ${bytes(notice.count)}.`,
  bytesAtEnd: (notice) => `O Upcast pulou ${bytes(notice.count)} depois da última tag.`,
  cutTagBytes: (notice) => `A última tag está incompleta. O Upcast pulou ${bytes(notice.count)} dela.`,
  unknownTags: (notice) => `O Upcast pulou ${count(notice.count, 'tag', 'tags')} de tipo desconhecido.`,
  encryptedTags: (notice) =>
    `O Upcast pulou ${count(notice.count, 'tag criptografada', 'tags criptografadas')}.`,
  brokenTags: (notice) => `O Upcast pulou ${count(notice.count, 'tag ilegível', 'tags ilegíveis')}.`,
  gaps: (notice) =>
    `As marcas de tempo do arquivo saltam mais de ${format.seconds(notice.longestGapMs ?? 0)} para a frente (${times(notice.count)}). ${format.plural(notice.count, { one: 'O Upcast pulou a lacuna', many: 'O Upcast pulou as lacunas', other: 'O Upcast pulou as lacunas' })}.`,
  restarts: (notice) =>
    `As marcas de tempo do arquivo recomeçam (${times(notice.count)}). A reprodução continuou sem lacuna.`,
  audioEncoded: (notice) =>
    `O RTMP não transporta o áudio ${notice.codec === undefined ? '' : `${notice.codec} `}do arquivo, por isso o Upcast o converte para AAC.`,
  videoRotated: (notice) =>
    `O arquivo indica que o vídeo deve ser girado em ${format.number(notice.count)}°. O RTMP não transporta essa indicação, por isso os espectadores veem o vídeo de lado ou de cabeça para baixo. Converta o arquivo com a rotação aplicada antes de transmiti-lo.`,
  videoFormat: (notice) =>
    `O vídeo é H.264 com ${notice.codec === undefined ? 'um formato de pixel incomum' : `o formato de pixel ${notice.codec}`}, que muitos serviços não reproduzem. Converta-o para yuv420p antes.`,
  endsEarly: () =>
    'O arquivo termina cedo, como se a gravação tivesse sido cortada. O Upcast enviou tudo antes desse ponto.',
};

export const mediaFile = {
  notice: (notice: FileNotice) => sentences[notice.code](notice),
};
