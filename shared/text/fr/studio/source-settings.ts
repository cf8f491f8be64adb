/** Settings of a source beyond its place: how a camera is asked, what part of a screen shows. */
import { format } from '../format.ts';

const size = (width: number, height: number) => `${width} × ${height}`;

export const sourceSettings = {
  size,

  camera: 'Résolution et fréquence d’images',
  cameraSize: 'Résolution',
  cameraRate: 'Fréquence d’images',
  automatic: 'Automatique',
  rate: (fps: number) => `${format.number(fps)} fps`,
  /** What the camera sends, whatever was chosen. */
  gives: (width: number, height: number, fps: number | undefined) =>
    fps === undefined
      ? `La caméra envoie ${size(width, height)}.`
      : `La caméra envoie ${size(width, height)} à ${format.number(fps)} fps.`,
  givesOther: (width: number, height: number, fps: number | undefined) =>
    `La caméra ne propose pas ce réglage. ${sourceSettings.gives(width, height, fps)}`,

  part: 'Zone',
  region: 'Capturer seulement une partie de l’écran',
  regionNames: {
    x: 'X, bord gauche',
    y: 'Y, bord supérieur',
    width: 'L, largeur de la zone',
    height: 'H, hauteur de la zone',
  },
  selectRegion: 'Sélectionner une zone…',
  regionTitle: 'Sélectionner une zone',
  regionHint:
    'Tracez un cadre sur la partie de l’écran à montrer aux spectateurs. Faites glisser le cadre pour le déplacer.',
  regionPicture: 'Écran capturé',
  useRegion: 'Utiliser la zone',

  gradient: 'Dégradé',
  angle: 'Angle',
  stop: (number: number) => `Couleur ${number}`,
  stopAt: 'Position',
  stopAtName: (number: number) => `Position de la couleur ${number}`,
  addStop: 'Ajouter une couleur',
  removeStop: (number: number) => `Retirer la couleur ${number}`,

  vertical: 'Vertical',
  columnHeight: 'Hauteur de colonne',
  scroll: 'Défilement',
  scrollDirection: 'Direction',
  scrollDirections: { left: 'Gauche', right: 'Droite', up: 'Haut', down: 'Bas' },
  speed: 'Vitesse',
  pixelsASecond: 'px/s',
  window: 'Longueur',
  windowName: 'Longueur de la partie visible',
  gap: 'Écart',
  gapName: 'Écart avant que le texte recommence',
  scrollHint:
    'Le texte avance d’un nombre entier de pixels par image : Upcast utilise la vitesse fluide la plus proche.',
};
