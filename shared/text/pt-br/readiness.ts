/** What keeps a stream from starting, and what viewers would miss. */
import type { ReadinessItem } from '../../studio/readiness-item.ts';

export function readiness(item: ReadinessItem): string {
  switch (item.code) {
    case 'ffmpegMissing':
      return 'FFmpeg não encontrado. Instale o FFmpeg e o Upcast o detectará automaticamente.';
    case 'videoStarting':
      return 'O vídeo está iniciando…';
    case 'videoFailed':
      return 'Sem vídeo. Escolha outra fonte.';
    case 'sourceMissing':
      return 'Adicione primeiro uma fonte à cena.';
    case 'destinationMissing':
      return 'Adicione um destino ou ensaie primeiro.';
    case 'destinationDisabled':
      return 'Ative um destino ou ensaie primeiro.';
    case 'keyMissing':
      return `${item.name} precisa de uma chave de transmissão.`;
    case 'audioOff':
      return 'A transmissão ficará sem som: nenhuma fonte de áudio está selecionada.';
    case 'audioFailed':
      return 'A transmissão ficará sem som: o microfone não está disponível.';
    case 'muted':
      return 'O seu microfone está silenciado.';
    case 'allMuted':
      return 'A transmissão ficará sem som: todas as fontes de áudio estão silenciadas.';
    case 'away':
      return 'Os espectadores verão “Volto já” até você desativar.';
  }
}
