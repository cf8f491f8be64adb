/** What `npm run live` and `npm run publish` print. */
import type { RehearsalReport } from '../../../broadcast/rehearsal-report.ts';
import type { StatsSummary } from '../../../broadcast/statistics.ts';
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const frames = { one: 'fotograma', many: 'de fotogramas', other: 'fotogramas' };
const encoded = {
  one: 'fotograma codificado',
  many: 'de fotogramas codificados',
  other: 'fotogramas codificados',
};
const sent = { one: 'fotograma enviado', many: 'de fotogramas enviados', other: 'fotogramas enviados' };
const skipped = { one: 'omitido', other: 'omitidos' };
const dropped = { one: 'perdido', other: 'perdidos' };
const gaps = { one: 'hueco', many: 'de huecos', other: 'huecos' };
const reconnects = { one: 'reconexión', many: 'de reconexiones', other: 'reconexiones' };

export const live = {
  captureTimeout: 'No llegó vídeo de la fuente a tiempo.',
  captureGone: 'El proceso de captura se detuvo de forma inesperada.',
  captureNotLoaded: (reason: string) => endSentence(`No se pudo cargar la página de captura: ${reason}`),

  ended: ({ startedMs, endedMs, encodedFrames, skippedFrames }: StatsSummary) =>
    `Terminó después de ${format.seconds(endedMs - startedMs, 1)}: ${format.count(encodedFrames, encoded)}, ${format.count(skippedFrames, skipped)}`,
  destinationEnded: (destination: StatsSummary['destinations'][number]) =>
    `${destination.name}: ${format.seconds(destination.liveMs, 1)} en directo, ${format.count(destination.sentFrames, sent)}, ` +
    `${format.count(destination.droppedFrames, dropped)}, ${format.count(destination.reconnects, reconnects)}`,

  reportTitle: 'Informe del ensayo',
  received: (durationMs: number, protocol: string) => [
    'Recibido',
    `${format.seconds(durationMs, 1)} por ${protocol}`,
  ],
  video: (video: NonNullable<RehearsalReport['video']>) => [
    [
      'Vídeo',
      `${video.codec} ${video.profile} ${video.level}, ${video.width}x${video.height}, ${format.number(video.fps, 2)} fps`,
    ],
    [
      '',
      `${format.count(video.frames, frames)}, ${format.count(video.gaps, gaps)}${video.hasBFrames ? ', fotogramas B' : ''}`,
    ],
    ['', `media de ${format.number(video.averageKbps)} kbps, pico de ${format.number(video.peakKbps)} kbps`],
  ],
  keyframes: ({ minimum, median, maximum }: { minimum: number; median: number; maximum: number }) => [
    'Fotogramas clave',
    `cada ${format.number(median, 3)} s (de ${format.number(minimum, 3)} a ${format.number(maximum, 3)})`,
  ],
  audio: (audio: NonNullable<RehearsalReport['audio']>) => [
    'Audio',
    `${audio.codec} ${audio.sampleRate} Hz, ${format.count(audio.channels, { one: 'canal', many: 'de canales', other: 'canales' })}, ` +
      `${format.number(audio.averageKbps)} kbps, ${format.count(audio.gaps, gaps)}`,
  ],
  sync: (offsetMs: number, differenceMs: number) => [
    'Sincronía A/V',
    `el audio empieza ${format.number(Math.abs(offsetMs))} ms ${offsetMs < 0 ? 'antes' : 'después'} del vídeo, las duraciones difieren en ${format.number(differenceMs)} ms`,
  ],
  latency: ({ median, p95 }: { median: number; p95: number }) => [
    'Latencia',
    `${format.number(median)} ms de la captura al receptor (el 95% en menos de ${format.number(p95)} ms)`,
  ],
  recording: (path: string) => ['Grabación', path],

  note: (sentence: string) => `nota: ${sentence}`,
  liveOver: (protocol: string, cipher: string) => `En directo por ${protocol}, ${cipher}`,
  live: 'En directo',
  publishEnded: 'Terminado',
  codecUnconfirmed: (codec: string) =>
    `El servidor no confirmó que admita ${codec}. Comprueba que el vídeo aparezca en tu canal. Si no aparece, usa H.264, que funciona en todas partes.`,
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
    `Enviado: ${format.count(packets, { one: 'paquete', many: 'de paquetes', other: 'paquetes' })}, ${format.number(bytes / 1e6, 1)} MB, ` +
    `${format.seconds(mediaMs, 1)} de contenido en ${format.seconds(tookMs, 1)} (${format.number(bytes / 1000 / tookMs, 1)} MB/s)`,
};
