/** What keeps a stream from starting, and what viewers would miss. */
import type { ReadinessItem } from '../../studio/readiness-item.ts';

export function readiness(item: ReadinessItem): string {
  switch (item.code) {
    case 'ffmpegMissing':
      return 'No se encontró FFmpeg. Instala FFmpeg y Upcast lo detectará automáticamente.';
    case 'videoStarting':
      return 'El vídeo se está iniciando…';
    case 'videoFailed':
      return 'No hay vídeo. Elige otra fuente.';
    case 'sourceMissing':
      return 'Añade primero una fuente a la escena.';
    case 'destinationMissing':
      return 'Añade un destino o haz primero un ensayo.';
    case 'destinationDisabled':
      return 'Activa un destino o haz primero un ensayo.';
    case 'keyMissing':
      return `${item.name} necesita una clave de transmisión.`;
    case 'audioOff':
      return 'La transmisión no tendrá sonido: no hay ninguna fuente de audio seleccionada.';
    case 'audioFailed':
      return 'La transmisión no tendrá sonido: el micrófono no está disponible.';
    case 'muted':
      return 'Tu micrófono está silenciado.';
    case 'allMuted':
      return 'La transmisión no tendrá sonido: todas las fuentes de audio están silenciadas.';
    case 'away':
      return 'Los espectadores verán «Vuelvo enseguida» hasta que lo desactives.';
  }
}
