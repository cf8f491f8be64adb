/** What keeps a stream from starting, and what viewers would miss. */
import type { ReadinessItem } from '../../studio/readiness-item.ts';

export function readiness(item: ReadinessItem): string {
  switch (item.code) {
    case 'ffmpegMissing':
      return 'FFmpeg introuvable. Installez FFmpeg, Upcast le détectera automatiquement.';
    case 'videoStarting':
      return 'Démarrage de la vidéo…';
    case 'videoFailed':
      return 'Pas de vidéo. Choisissez une autre source.';
    case 'sourceMissing':
      return 'Ajoutez d’abord une source à la scène.';
    case 'destinationMissing':
      return 'Ajoutez une destination, ou répétez d’abord.';
    case 'destinationDisabled':
      return 'Activez une destination, ou répétez d’abord.';
    case 'keyMissing':
      return `${item.name} exige une clé de stream.`;
    case 'audioOff':
      return 'Votre stream sera muet : aucune source audio n’est choisie.';
    case 'audioFailed':
      return 'Votre stream sera muet : le micro n’est pas disponible.';
    case 'muted':
      return 'Votre micro est coupé.';
    case 'allMuted':
      return 'Votre stream sera muet : toutes les sources audio sont coupées.';
    case 'away':
      return 'Les spectateurs verront « De retour bientôt » jusqu’à ce que vous arrêtiez la pause.';
  }
}
