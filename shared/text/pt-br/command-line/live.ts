/** What `npm run live` and `npm run publish` print. */
import type { RehearsalReport } from '../../../broadcast/rehearsal-report.ts';
import type { StatsSummary } from '../../../broadcast/statistics.ts';
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const frames = { one: 'quadro', many: 'de quadros', other: 'quadros' };
const encoded = { one: 'quadro codificado', many: 'de quadros codificados', other: 'quadros codificados' };
const sent = { one: 'quadro enviado', many: 'de quadros enviados', other: 'quadros enviados' };
const skipped = { one: 'ignorado', other: 'ignorados' };
const dropped = { one: 'perdido', other: 'perdidos' };
const gaps = { one: 'lacuna', many: 'de lacunas', other: 'lacunas' };
const reconnects = { one: 'reconexão', many: 'de reconexões', other: 'reconexões' };

export const live = {
  captureTimeout: 'Nenhum vídeo chegou da fonte a tempo.',
  captureGone: 'O processo de captura parou inesperadamente.',
  captureNotLoaded: (reason: string) =>
    endSentence(`Não foi possível carregar a página de captura: ${reason}`),

  ended: ({ startedMs, endedMs, encodedFrames, skippedFrames }: StatsSummary) =>
    `Terminou depois de ${format.seconds(endedMs - startedMs, 1)}: ${format.count(encodedFrames, encoded)}, ${format.count(skippedFrames, skipped)}`,
  destinationEnded: (destination: StatsSummary['destinations'][number]) =>
    `${destination.name}: ${format.seconds(destination.liveMs, 1)} ao vivo, ${format.count(destination.sentFrames, sent)}, ` +
    `${format.count(destination.droppedFrames, dropped)}, ${format.count(destination.reconnects, reconnects)}`,

  reportTitle: 'Relatório do ensaio',
  received: (durationMs: number, protocol: string) => [
    'Recebido',
    `${format.seconds(durationMs, 1)} por ${protocol}`,
  ],
  video: (video: NonNullable<RehearsalReport['video']>) => [
    [
      'Vídeo',
      `${video.codec} ${video.profile} ${video.level}, ${video.width}x${video.height}, ${format.number(video.fps, 2)} fps`,
    ],
    [
      '',
      `${format.count(video.frames, frames)}, ${format.count(video.gaps, gaps)}${video.hasBFrames ? ', quadros B' : ''}`,
    ],
    ['', `média de ${format.number(video.averageKbps)} kbps, pico de ${format.number(video.peakKbps)} kbps`],
  ],
  keyframes: ({ minimum, median, maximum }: { minimum: number; median: number; maximum: number }) => [
    'Quadros-chave',
    `a cada ${format.number(median, 3)} s (de ${format.number(minimum, 3)} a ${format.number(maximum, 3)})`,
  ],
  audio: (audio: NonNullable<RehearsalReport['audio']>) => [
    'Áudio',
    `${audio.codec} ${audio.sampleRate} Hz, ${format.count(audio.channels, { one: 'canal', many: 'de canais', other: 'canais' })}, ` +
      `${format.number(audio.averageKbps)} kbps, ${format.count(audio.gaps, gaps)}`,
  ],
  sync: (offsetMs: number, differenceMs: number) => [
    'Sincronia A/V',
    `o áudio começa ${format.number(Math.abs(offsetMs))} ms ${offsetMs < 0 ? 'antes' : 'depois'} do vídeo, as durações diferem em ${format.number(differenceMs)} ms`,
  ],
  latency: ({ median, p95 }: { median: number; p95: number }) => [
    'Latência',
    `${format.number(median)} ms da captura ao receptor (95% em até ${format.number(p95)} ms)`,
  ],
  recording: (path: string) => ['Gravação', path],

  note: (sentence: string) => `nota: ${sentence}`,
  liveOver: (protocol: string, cipher: string) => `Ao vivo por ${protocol}, ${cipher}`,
  live: 'Ao vivo',
  publishEnded: 'Encerrado',
  codecUnconfirmed: (codec: string) =>
    `O servidor não confirmou que aceita ${codec}. Verifique se o vídeo aparece no seu canal. Se não aparecer, use H.264, que funciona em todo lugar.`,
  sent: ({
    packets,
    bytes,
    mediaMs,
    tookMs,
  }: {
    packets: number;
    bytes: number;
    mediaMs: number;
    tookMs: number;
  }) =>
    `Enviado: ${format.count(packets, { one: 'pacote', many: 'de pacotes', other: 'pacotes' })}, ${format.number(bytes / 1e6, 1)} MB, ` +
    `${format.seconds(mediaMs, 1)} de mídia em ${format.seconds(tookMs, 1)} (${format.number(bytes / 1000 / tookMs, 1)} MB/s)`,
};
