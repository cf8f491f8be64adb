/** What keeps a stream from starting, and what viewers would miss. */
import type { ReadinessItem } from '../../studio/readiness-item.ts';

export function readiness(item: ReadinessItem): string {
  switch (item.code) {
    case 'ffmpegMissing':
      return 'FFmpeg nicht gefunden. Installiere FFmpeg, Upcast erkennt es dann automatisch.';
    case 'videoStarting':
      return 'Video startet…';
    case 'videoFailed':
      return 'Kein Video. Wähle eine andere Quelle.';
    case 'sourceMissing':
      return 'Füge der Szene zuerst eine Quelle hinzu.';
    case 'destinationMissing':
      return 'Füge ein Ziel hinzu oder probe zuerst.';
    case 'destinationDisabled':
      return 'Schalte ein Ziel ein oder probe zuerst.';
    case 'keyMissing':
      return `${item.name} braucht einen Stream-Schlüssel.`;
    case 'audioOff':
      return 'Dein Stream hat keinen Ton: Es ist keine Audioquelle ausgewählt.';
    case 'audioFailed':
      return 'Dein Stream hat keinen Ton: Das Mikrofon ist nicht verfügbar.';
    case 'muted':
      return 'Dein Mikrofon ist stummgeschaltet.';
    case 'allMuted':
      return 'Dein Stream hat keinen Ton: Alle Audioquellen sind stummgeschaltet.';
    case 'away':
      return 'Zuschauer sehen „Gleich geht’s weiter“, bis du die Pause beendest.';
  }
}
