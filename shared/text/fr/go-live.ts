/** The main button, recording, and the advice above them. */
import type { ServiceMessage } from '../../destinations/service-message.ts';
import { format, noun } from './format.ts';

export const goLive = {
  rehearse: 'Répéter',
  goLive: 'Passer en direct',
  cancel: 'Annuler',
  endStream: 'Arrêter le stream',
  endRehearsal: 'Arrêter la répétition',
  endNow: 'Arrêter',
  keepRetrying: 'Réessayer encore',
  rehearsalNote: 'Seul cet ordinateur reçoit le stream. Les spectateurs ne voient rien.',
  ending: (seconds: number) => `Envoi du reste de votre stream, pendant ${format.number(seconds)} s au plus.`,

  endTitle: 'Arrêter le stream ?',
  keepStreaming: 'Continuer le stream',
  viewersSeeEnd: 'Les spectateurs verront la fin du stream.',
  recordingContinues:
    'Les spectateurs verront la fin du stream. L’enregistrement continue jusqu’à ce que vous l’arrêtiez.',

  record: 'Enregistrer',
  waitingForVideo: 'Attente de la vidéo',
  recording: (elapsed: string) => `Enr. ${elapsed}`,
  finishing: 'Finalisation…',
  stopRecording: 'Arrêter l’enregistrement',
  showFile: 'Voir le fichier',
  diskFullIn: (seconds: number) =>
    seconds < 120
      ? `Disque plein dans environ ${format.number(seconds)} s.`
      : `Disque plein dans environ ${format.number(Math.floor(seconds / 60))} min.`,

  overloaded: (skipped: number) =>
    skipped === 0
      ? 'Encodage surchargé.'
      : `Encodage surchargé : ${format.count(skipped, noun('image sautée', 'images sautées'))}.`,
  nothingLower: 'Les paramètres sont déjà au minimum. Fermez d’autres applications.',
  changeTo: (changes: readonly string[]) => `Appliquer : ${format.list(changes, 'unit')}`,
  noInterruption: 'Sans interrompre votre stream',
  resolution: (width: number, height: number) => `${width} × ${height}`,
  frameRate: (fps: string) => `${fps} fps`,
  cpuPreset: (preset: string) => `préréglage ${preset}`,

  fixSettings: 'Corriger',
  fixSettingsHint: 'Adapte les paramètres d’encodage à ce que vos destinations acceptent',
  settingsFixed: 'Paramètres d’encodage mis à jour.',
};

/** What the destinations need against what the upload carries. */
export const uplink = {
  over: (needs: string, measured: string, age: string) =>
    `${needs} de débit montant, mais un test (${age}) a mesuré ${measured}.`,
  tight: (needs: string, measured: string, age: string) =>
    `${needs} de débit montant, et un test (${age}) a mesuré ${measured}. Cela laisse peu de marge.`,
  unknown: (needs: string, measured: string, age: string) =>
    `${needs} de débit montant. Un test (${age}) n’a pu mesurer que jusqu’à ${measured}, votre connexion est donc peut-être assez rapide.`,
  needs: (copies: number, rate: string) =>
    copies === 1
      ? `Votre stream nécessite ${rate}`
      : `Streamer vers ${format.number(copies)} serveurs nécessite ${rate}`,
  /** @param hasFit a bitrate would fit. */
  slow: (needed: string, leaving: string, hasFit: boolean) =>
    `Votre stream nécessite ${needed} de débit montant ; vous avez ${leaving}.${hasFit ? '' : ' C’est trop lent pour streamer de la vidéo. Utilisez une connexion plus rapide.'}`,
  slowForAll: (needed: string, leaving: string, hasFit: boolean) =>
    `Toutes les destinations ensemble nécessitent ${needed} de débit montant ; vous avez ${leaving}.${hasFit ? '' : ' Désactivez une destination.'}`,
  justNow: 'à l’instant',

  lowerTo: (rate: string) => `Réduire à ${rate}`,
  lowered: 'Débit réduit selon votre débit montant.',
  turnOff: (destination: string) => `Désactiver ${destination}`,
  turnedOff: (destination: string) => `Désactivée : « ${destination} ».`,
};

/** What a streaming service asks of the encoding. */
export function serviceAdvice(message: ServiceMessage): string {
  const { service } = message;
  switch (message.code) {
    case 'maxVideo':
      return `${service} accepte jusqu’à ${format.kbps(message.kbps)} de vidéo.`;
    case 'maxAudio':
      return `${service} accepte jusqu’à ${format.kbps(message.kbps)} d’audio.`;
    case 'maxTotal':
      return `${service} accepte jusqu’à ${format.kbps(message.kbps)}, vidéo et audio compris.`;
    case 'minTotal':
      return `${service} recommande au moins ${format.kbps(message.kbps)}, vidéo et audio compris.`;
    case 'maxFrameRate':
      return `${service} accepte jusqu’à ${format.number(message.fps)} fps.`;
    case 'sampleRate':
      return `${service} recommande un audio à ${String(message.hertz / 1000).replace('.', ',')} kHz.`;
    case 'maxResolution':
      return `${service} accepte la vidéo jusqu’à ${message.longSide} × ${message.shortSide}.`;
    case 'vertical':
      return `${service} affiche la vidéo à la verticale. La vôtre est horizontale et sera petite sur les téléphones.`;
    case 'keyframes':
      return `${service} ${message.isRequired ? 'exige' : 'recommande'} un intervalle d’images clés de ${format.count(message.seconds, noun('seconde'))}.`;
    case 'codec':
      return `${service} ne prend pas en charge ${message.name}. Utilisez H.264.`;
    case 'codecUnknown':
      return `${service} ne prend peut-être pas en charge ${message.name}. Une fois en direct, vérifiez que la vidéo apparaît sur votre chaîne. H.264 fonctionne partout.`;
    case 'profile':
      return `${service} recommande le profil H.264 ${message.name}.`;
    case 'bFrames':
      return `${service} n’accepte pas les images B. Réglez la latence sur « Faible ».`;
  }
}
