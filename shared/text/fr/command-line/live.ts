/** What `npm run live` and `npm run publish` print. */
import type { RehearsalReport } from '../../../broadcast/rehearsal-report.ts';
import type { StatsSummary } from '../../../broadcast/statistics.ts';
import { endSentence } from '../../end-sentence.ts';
import { format, noun } from '../format.ts';

const frames = noun('image');
const gaps = noun('trou');
const reconnects = noun('reconnexion');

export const live = {
  captureTimeout: 'Aucune vidéo n’est arrivée de la source à temps.',
  captureGone: 'Le processus de capture s’est arrêté de façon inattendue.',
  captureNotLoaded: (reason: string) => endSentence(`Impossible de charger la page de capture : ${reason}`),

  ended: ({ startedMs, endedMs, encodedFrames, skippedFrames }: StatsSummary) =>
    `Fin après ${format.seconds(endedMs - startedMs, 1)} : images encodées : ${format.number(encodedFrames)}, sautées : ${format.number(skippedFrames)}`,
  destinationEnded: (destination: StatsSummary['destinations'][number]) =>
    `${destination.name} : ${format.seconds(destination.liveMs, 1)} en direct, images envoyées : ${format.number(destination.sentFrames)}, ` +
    `perdues : ${format.number(destination.droppedFrames)}, ${format.count(destination.reconnects, reconnects)}`,

  reportTitle: 'Rapport de répétition',
  received: (durationMs: number, protocol: string) => [
    'Reçu',
    `${format.seconds(durationMs, 1)} en ${protocol}`,
  ],
  video: (video: NonNullable<RehearsalReport['video']>) => [
    [
      'Vidéo',
      `${video.codec} ${video.profile} ${video.level}, ${video.width}x${video.height}, ${format.number(video.fps, 2)} fps`,
    ],
    [
      '',
      `${format.count(video.frames, frames)}, ${format.count(video.gaps, gaps)}${video.hasBFrames ? ', images B' : ''}`,
    ],
    [
      '',
      `${format.number(video.averageKbps)} kbps en moyenne, ${format.number(video.peakKbps)} kbps en pointe`,
    ],
  ],
  keyframes: ({ minimum, median, maximum }: { minimum: number; median: number; maximum: number }) => [
    'Images clés',
    `toutes les ${format.number(median, 3)} s (de ${format.number(minimum, 3)} à ${format.number(maximum, 3)})`,
  ],
  audio: (audio: NonNullable<RehearsalReport['audio']>) => [
    'Audio',
    `${audio.codec} ${audio.sampleRate} Hz, ${format.count(audio.channels, noun('canal', 'canaux'))}, ` +
      `${format.number(audio.averageKbps)} kbps, ${format.count(audio.gaps, gaps)}`,
  ],
  sync: (offsetMs: number, differenceMs: number) => [
    'Synchro A/V',
    `l’audio commence ${format.number(Math.abs(offsetMs))} ms ${offsetMs < 0 ? 'avant' : 'après'} la vidéo, les durées diffèrent de ${format.number(differenceMs)} ms`,
  ],
  latency: ({ median, p95 }: { median: number; p95: number }) => [
    'Latence',
    `${format.number(median)} ms de la capture au récepteur (95 % sous ${format.number(p95)} ms)`,
  ],
  recording: (path: string) => ['Enregistrement', path],

  note: (sentence: string) => `remarque : ${sentence}`,
  liveOver: (protocol: string, cipher: string) => `En direct en ${protocol}, ${cipher}`,
  live: 'En direct',
  publishEnded: 'Terminé',
  codecUnconfirmed: (codec: string) =>
    `Le serveur n’a pas confirmé la prise en charge du codec ${codec}. Vérifiez que la vidéo apparaît sur votre chaîne. Sinon, utilisez H.264, qui fonctionne partout.`,
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
    `Envoyé : ${format.count(packets, noun('paquet'))}, ${format.number(bytes / 1e6, 1)} Mo, ` +
    `${format.seconds(mediaMs, 1)} de contenu en ${format.seconds(tookMs, 1)} (${format.number(bytes / 1000 / tookMs, 1)} Mo/s)`,
};
