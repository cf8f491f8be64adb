/** Media sources. */
import { format, noun } from '../format.ts';

type Phase = 'playing' | 'waiting' | 'paused' | 'stopped' | 'ended';

const phases: Readonly<Record<Phase, string>> = {
  playing: 'Lecture',
  waiting: 'En attente d’affichage',
  paused: 'En pause',
  stopped: 'Arrêté',
  ended: 'Terminé',
};

const place = (positionMs: number, durationMs: number | undefined): string => {
  const at = format.elapsed(positionMs);
  return durationMs === undefined ? at : `${at} sur ${format.elapsed(durationMs)}`;
};

export const media = {
  controls: 'Lecture',
  play: 'Lire',
  pause: 'Pause',
  stop: 'Arrêter',
  restart: 'Redémarrer',
  next: 'Fichier suivant',
  previous: 'Fichier précédent',
  slider: 'Position',
  place,
  position: (phase: Phase, positionMs: number, durationMs: number | undefined) =>
    phase === 'stopped' || phase === 'waiting'
      ? phases[phase]
      : `${phases[phase]} ${place(positionMs, durationMs)}`,

  files: (count: number) => `Playlist de ${format.count(count, noun('fichier'))}`,
  playFile: (name: string) => `Lire ${name}`,
  moveUp: (name: string) => `Déplacer ${name} vers le haut`,
  moveDown: (name: string) => `Déplacer ${name} vers le bas`,
  remove: (name: string) => `Retirer ${name}`,
  choose: 'Choisir un autre fichier…',
  chooseSeveral: 'Choisir d’autres fichiers…',
  add: 'Ajouter des fichiers…',
  loop: 'En boucle',
  shuffle: 'Lecture aléatoire',
  whenHidden: 'Source masquée',
  hiding: {
    restart: 'Arrêter, puis reprendre du début',
    pause: 'Mettre en pause, puis reprendre',
    playOn: 'Continuer la lecture',
  },
  atEnd: 'À la fin de la lecture',
  ends: { nothing: 'Ne rien afficher', lastPicture: 'Garder la dernière image' },
  speed: 'Vitesse',
};
