/** What exactly went wrong, where an error's code alone is too coarse. One sentence each. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import { isErrorReason } from '../../../errors/error-reasons.ts';
import { endSentence } from '../../end-sentence.ts';
import type { ErrorReason } from '../../../errors/error-reasons.ts';

type Sentence = string | ((details: ErrorDetails) => string);

/** Values come from outside too: one that is missing leaves a gap, never a failure. */
const say = (details: ErrorDetails, name: string): string => String(details[name] ?? '');

const diskCauses: ReadonlyMap<unknown, string> = new Map([
  ['full', 'le disque est plein'],
  ['readOnly', 'le disque est en lecture seule'],
  ['fault', 'le disque a signalé une erreur'],
  ['notAllowed', 'Upcast n’est pas autorisé à y écrire'],
]);

function diskCause(details: ErrorDetails): string {
  const { disk, systemCode } = details;
  return (
    diskCauses.get(disk) ?? (systemCode === undefined ? 'le disque a signalé une erreur' : String(systemCode))
  );
}

const maximum = (details: ErrorDetails): string => say(details, 'maximum');

/** While the saved keys stay where they are. */
export const KEPT_UNTIL_QUIT =
  'Si vous saisissez des clés maintenant, Upcast les garde seulement jusqu’à la fermeture.';

const reasons: Readonly<Record<ErrorReason, Sentence>> = {
  streamRunning: 'Un stream est déjà en cours.',
  nothingLive: 'Vous n’êtes pas en direct.',
  streamEnding: 'Le stream est en train de s’arrêter.',
  notWaiting: 'Cette destination n’attend pas de reconnexion.',
  notRetrying: 'Cette destination n’est pas en train de se reconnecter.',
  noBackupNow: 'Cette destination ne peut pas passer à son serveur de secours maintenant.',
  destinationNotLive: 'Cette destination n’est pas en direct.',
  destinationUnknown: 'Cette destination n’existe plus.',
  sceneUnknown: 'Cette scène n’existe plus.',
  sourceUnknown: 'Cette source n’existe plus.',
  itemUnknown: 'Cette source n’est plus dans la scène.',
  canvasUnknown: 'Ce canevas n’existe plus.',
  studioModeOff: 'Le mode studio est désactivé. Activez-le d’abord.',
  lastScene: 'Vous ne pouvez pas retirer votre seule scène. Ajoutez-en d’abord une autre.',
  sceneInItself: 'Une scène ne peut pas se contenir elle-même.',
  notAGroup: 'Cette source n’est pas un groupe.',
  sourceWithoutVideo: 'Cette source n’a pas de vidéo.',
  tooManyScenes: (details) => `Vous avez atteint le maximum de ${maximum(details)} scènes.`,
  tooManySources: (details) => `Vous avez atteint le maximum de ${maximum(details)} sources.`,
  tooManyItems: (details) => `Cette scène a atteint le maximum de ${maximum(details)} sources.`,
  filterUnknown: 'Ce filtre n’existe plus.',
  tooManyFilters: (details) => `Vous avez atteint le maximum de ${maximum(details)} filtres ici.`,
  filterMisplaced:
    'Les filtres audio vont sur un canal du mixage, les filtres vidéo sur une source ou une scène.',
  channelUnknown: 'Ce canal n’est plus dans le mixage.',
  channelThere: 'Cette source est déjà dans le mixage.',
  sourceWithoutAudio: 'Cette source n’a pas d’audio.',
  fileOnNetwork:
    'Upcast ne peut pas ouvrir de fichiers par un chemin réseau. Associez une lettre de lecteur au dossier réseau, ou copiez le fichier sur cet ordinateur.',
  fileNotChosen:
    'Upcast ouvre seulement les fichiers que vous avez choisis vous-même. Choisissez à nouveau le fichier.',
  nothingToUndo: 'Rien à annuler.',
  nothingToRedo: 'Rien à rétablir.',
  tooManyMedia: (details) =>
    `Vous avez atteint le maximum de ${maximum(details)} sources média ouvertes. Arrêtez-en d’abord une.`,
  noUpdate: 'Il n’y a pas de mise à jour à installer.',
  updateWhileLive:
    'Vous êtes en direct ou en cours d’enregistrement. Faites la mise à jour quand vous aurez terminé.',
  restartWhileLive: 'Vous êtes en direct ou en cours d’enregistrement. Redémarrez quand vous aurez terminé.',
  noWindow: 'La fenêtre d’Upcast est en cours de chargement. Réessayez.',
  pageNotTyped:
    'Upcast ouvre seulement les pages dont vous avez saisi l’adresse. Saisissez à nouveau l’adresse.',
  alreadyRecording: 'Upcast enregistre déjà.',
  notRecording: 'Upcast n’enregistre pas.',
  recordingEnding: 'Upcast sauvegarde encore le dernier enregistrement.',
  recordingFolderFailed: (details) => `Impossible de créer le dossier ${say(details, 'folder')}.`,
  diskFull: 'Le disque est plein.',
  diskTooSlow: 'Le disque est trop lent pour cet enregistrement.',
  folderMissing: 'Le dossier des enregistrements n’existe pas.',
  folderProtected: 'Windows n’a pas laissé Upcast écrire dans le dossier des enregistrements.',
  folderReadOnly: 'Upcast ne peut pas écrire dans le dossier des enregistrements.',
  fileNameTooLong: 'Le nom de l’enregistrement est trop long pour ce disque.',
  driveSilent: 'Le disque des enregistrements ne répond pas.',
  tooManyRecordings:
    'Il y a trop d’enregistrements de ce nom. Changez le nom du fichier dans les paramètres.',
  filesTooSmall:
    'Ce disque ne peut pas contenir de fichiers assez grands pour un enregistrement. Choisissez un dossier sur un autre disque.',
  notWritten: (details) =>
    details['systemCode'] === undefined
      ? 'Impossible de sauvegarder l’enregistrement.'
      : `Le système a signalé l’erreur ${say(details, 'systemCode')}.`,
  notAcknowledged: (details) => `Le serveur n’a rien reçu pendant ${say(details, 'seconds')} s.`,
  notAnswered: (details) => `Le serveur n’a pas répondu pendant ${say(details, 'seconds')} s.`,
  nothingTaken: (details) => `La connexion a été bloquée pendant ${say(details, 'seconds')} s.`,
  serverAnswersOthers: 'La connexion est bloquée, mais le serveur accepte toujours de nouvelles connexions.',
  computerSlept: (details) => `Cet ordinateur a été en veille pendant ${say(details, 'seconds')} s.`,
  addressLost: 'L’adresse réseau de cet ordinateur a changé.',
  tooSlowForAudio: 'La connexion est trop lente, même pour l’audio.',
  publishTimeout: 'Le serveur n’a pas accepté le stream à temps.',
  closedHere: 'Upcast a fermé la connexion.',
  gaveUp: 'Vous avez arrêté les tentatives.',
  testWhileLive: 'Test impossible pendant un stream : il utiliserait la bande passante du stream.',
  tooManyDestinations: (details) =>
    `Cela ferait ${say(details, 'count')} destinations. Le maximum est de ${maximum(details)}. Choisissez-en moins.`,
  keyMissing: (details) => `${say(details, 'name')} exige une clé de stream.`,
  keyOfOtherServer:
    'Le serveur ou ses paramètres de certificat ont changé, Upcast ne réutilisera donc pas la clé et le mot de passe stockés.',
  keyReadByProxy:
    'La connexion à ce serveur n’est pas chiffrée, le nouveau proxy pourrait donc lire la clé stockée.',
  relayFolderIsLink: (details) =>
    `${say(details, 'file')} est un lien, pas un dossier. Choisissez un autre dossier.`,
  relayFolderIsOpen:
    'Sous Windows, le dossier du relais doit se trouver dans votre dossier utilisateur. Ailleurs, d’autres utilisateurs pourraient lire les clés de stream. Choisissez un autre dossier.',
  relayFolderFailed: 'Impossible de créer le dossier du relais.',
  relayNotWritten: 'Sauvegardez d’abord les fichiers du relais.',
  exportTooLarge: 'Le fichier serait trop volumineux pour être importé. Exportez moins de destinations.',
  fileNotOpen: 'Le fichier n’est plus ouvert. Choisissez-le à nouveau.',
  fileNotSaved: 'Impossible de sauvegarder le fichier.',
  screenGone: (details) =>
    details['label'] === undefined
      ? 'L’écran choisi n’est pas connecté.'
      : `L’écran « ${say(details, 'label')} » n’est pas connecté.`,
  noScreen: 'Il n’y a pas d’écran à capturer.',
  screensUnlisted: 'Impossible de lister les écrans.',
  windowGone: (details) => `La fenêtre « ${say(details, 'label')} » n’est pas ouverte.`,
  windowsAlike: (details) => `${say(details, 'count')} fenêtres s’appellent « ${say(details, 'label')} ».`,
  windowUntitled: 'La fenêtre choisie n’a pas de titre, Upcast ne peut donc pas la retrouver.',
  captureTargetGone: 'La fenêtre ou l’écran capturé n’est plus là.',
  captureAskedAnew:
    'Votre bureau vous demande quel écran ou quelle fenêtre partager à chaque démarrage d’Upcast.',
  applicationAudioElsewhere: 'Upcast peut capturer l’audio d’une seule application uniquement sous Linux.',
  soundToolsMissing:
    'Capturer l’audio d’une seule application nécessite pactl et parec, qui ne sont pas installés.',
  soundServerSilent: 'Impossible de joindre PulseAudio ou PipeWire.',
  portTaken: (details) => `Une autre application utilise le port ${say(details, 'port')}.`,
  portUnusable: (details) =>
    `Impossible d’utiliser le port ${say(details, 'port')} (${say(details, 'systemCode')}).`,
  ffmpegMissing: 'FFmpeg introuvable. Installez FFmpeg.',
  ffmpegBroken:
    'La version de FFmpeg indiquée par UPCAST_FFMPEG ne fonctionne pas. Corrigez le chemin, ou supprimez UPCAST_FFMPEG pour qu’Upcast trouve FFmpeg lui-même.',
  fileIsFolder: 'C’est un dossier. Choisissez un fichier multimédia qu’il contient.',
  fileEmpty: 'Le fichier est vide.',
  fileUnnamed: 'Aucun fichier choisi.',
  fileMissing: (details) => `${say(details, 'path')} n’existe pas.`,
  fileNotAllowed: (details) => `Vous n’êtes pas autorisé à lire ${say(details, 'path')}.`,
  fileLinkLoop: (details) => `${say(details, 'path')} est un lien vers lui-même.`,
  fileNotOpened: (details) => `Impossible d’ouvrir ${say(details, 'path')}.`,
  fileNotRead: 'Impossible de lire le fichier.',
  fileNoMedia: 'Le fichier n’a ni vidéo ni audio.',
  fileNoVideo: 'Le fichier n’a pas de vidéo.',
  fileIndexMissing: 'L’index du fichier est absent. L’enregistrement a probablement été coupé.',
  fileFormatRefused: 'Upcast ne peut pas ouvrir les fichiers de ce format.',
  fileNotMedia: 'FFmpeg n’a trouvé aucune vidéo dans le fichier.',
  fileCodecNotCarried: (details) =>
    `La vidéo du fichier est en ${say(details, 'codec')}, que RTMP ne peut pas transporter. Convertissez d’abord le fichier en H.264.`,
  fileCodecNeedsFfmpeg: (details) =>
    `La vidéo du fichier est en ${say(details, 'codec')}, ce qui nécessite FFmpeg 6.1 ou plus récent. Vous avez FFmpeg ${say(details, 'version')}.`,
  fileFrameTimeout: 'Aucune image n’est arrivée du fichier à temps.',
  fileNotPlain: (details) => `${say(details, 'path')} n’est pas un fichier qu’Upcast peut lire.`,
  fileTooLarge: (details) => `${say(details, 'path')} dépasse ${say(details, 'megabytes')} Mo.`,
  fileSilent: 'Le disque qui contient le fichier ne répond pas.',
  ffmpegStopped: 'FFmpeg a cessé de lire le fichier.',
  ffmpegSaid: (details) => endSentence(`FFmpeg n’a pas pu lire le fichier : ${say(details, 'words')}`),
  ffmpegNotStarted: 'FFmpeg n’a pas démarré.',
  settingsAside: (details) =>
    `Votre fichier des paramètres est endommagé, Upcast a donc démarré avec les paramètres par défaut. Upcast a gardé le fichier endommagé sous le nom ${say(details, 'file')}.`,
  settingsStuck: (details) =>
    `${say(details, 'file')} est endommagé, et Upcast n’a pas pu le déplacer. Upcast ne sauvegardera aucun changement tant que vous n’aurez pas renommé le fichier et redémarré Upcast.`,
  settingsUnread: (details) => `Impossible de lire les paramètres sauvegardés dans ${say(details, 'file')}.`,
  settingsBusy:
    'Une autre instance d’Upcast est en train de sauvegarder ses paramètres. Réessayez dans un instant.',
  keysAside: (details) =>
    `Votre trousseau n’a pas pu ouvrir les clés de stream stockées. Saisissez à nouveau les clés. Upcast a gardé l’ancien fichier sous le nom ${say(details, 'file')}.`,
  keysStuck: (details) =>
    `Votre trousseau n’a pas pu ouvrir les clés de stream stockées, et Upcast n’a pas pu déplacer ${say(details, 'file')}. ${KEPT_UNTIL_QUIT}`,
  keysUnread: (details) => `Impossible d’ouvrir les clés de stream stockées dans ${say(details, 'file')}.`,
  keysFileLocked: (details) =>
    `Impossible de lire ${say(details, 'file')}. Vos clés de stream y sont toujours stockées.`,
  keychainRefused:
    'Votre trousseau n’a pas pu ouvrir les clés de stream stockées. Les clés sont toujours stockées.',
  keychainNotWritten:
    'Votre trousseau n’a pas pu chiffrer les clés de stream. Upcast les garde seulement jusqu’à la fermeture.',
  addressSecretHeld: (details) =>
    `Upcast a retiré un mot de passe ou un jeton du fichier des paramètres. Il était dans l’adresse du serveur de cette destination : ${say(details, 'names')}. Sans trousseau, Upcast garde ce secret seulement jusqu’à la fermeture. Ensuite, collez à nouveau l’adresse complète.`,
  addressSecretInFile:
    'L’adresse d’un serveur contient un mot de passe ou un jeton qu’Upcast n’a pas pu chiffrer. Ce secret est encore dans le fichier des paramètres.',
  notSaved: (details) => `Impossible de sauvegarder ${say(details, 'file')} : ${diskCause(details)}.`,
  reportsNotChanged: (details) =>
    `Impossible de mettre à jour les rapports sauvegardés : ${diskCause(details)}.`,
  authorityNotPem:
    'L’autorité de certification n’est pas au format PEM. Elle doit commencer par BEGIN CERTIFICATE et finir par END CERTIFICATE.',
  authorityUnreadable:
    'Impossible de lire l’autorité de certification. Le certificat est peut-être incomplet ou endommagé.',
  keyTooLong: (details) =>
    `La clé de stream est trop longue. Le maximum est de ${say(details, 'maximumBytes')} octets.`,
  addressTooLong: (details) =>
    `L’adresse du serveur est trop longue. Le maximum est de ${say(details, 'maximumBytes')} octets.`,
  codecFixed: (details) =>
    `Impossible de passer du codec ${say(details, 'from')} au codec ${say(details, 'to')} pendant le direct. Arrêtez d’abord le stream.`,
  imageUnknown: 'Ce fichier n’est pas une image qu’Upcast peut afficher.',
  imageDamaged: 'Le fichier de l’image est endommagé ou incomplet.',
  imageTooLarge: (details) =>
    `L’image est trop grande : ${say(details, 'width')} × ${say(details, 'height')} pixels.`,
  imageTooManyFrames: (details) => `L’animation a trop d’images : ${say(details, 'frames')}.`,
  imageTooComplex: 'L’image SVG est trop longue à dessiner.',
  pageAddressBad: 'L’adresse de la page doit commencer par http:// ou https://.',
  pageAddressMissing: 'L’adresse de cette page n’est pas stockée sur cet ordinateur. Saisissez-la à nouveau.',
  pageNotLoaded: (details) =>
    `Impossible de charger la page depuis ${say(details, 'host')} (${say(details, 'cause')}).`,
  pageAnswered: (details) =>
    `Impossible de charger la page depuis ${say(details, 'host')} : HTTP ${say(details, 'status')}.`,
  pageCrashed: (details) => `La page du site ${say(details, 'host')} a planté.`,
  pageClosed: (details) => `La page du site ${say(details, 'host')} s’est fermée d’elle-même.`,
  pageHung: (details) => `La page du site ${say(details, 'host')} ne répondait plus, Upcast l’a donc fermée.`,
  pageMemory: (details) =>
    `La page du site ${say(details, 'host')} utilisait plus de ${say(details, 'megabytes')} Mo de mémoire, Upcast l’a donc fermée.`,
  pageFlood: (details) =>
    `La page du site ${say(details, 'host')} surchargeait Upcast, Upcast l’a donc fermée.`,
  collectionTooLarge: 'Cette collection est trop volumineuse pour être importée.',
  collectionDamaged: 'La collection est endommagée : son JSON est incomplet.',
  collectionForeign: 'Ce n’est pas une collection qu’Upcast peut importer.',
  collectionUnknown: 'Cette collection n’existe plus.',
  collectionBusy:
    'Une autre collection est en cours d’exportation ou d’importation. Attendez la fin, ou annulez l’opération.',
  collectionOpen: 'Vous ne pouvez pas retirer la collection ouverte. Passez d’abord à une autre collection.',
  collectionsFixed:
    'Vous ne pouvez pas changer de collection quand Upcast fonctionne sans fenêtre. Démarrez Upcast avec --collection FILE pour en utiliser une autre.',
  tooManyCollections: (details) =>
    `Vous avez atteint le maximum de ${maximum(details)} collections. Retirez-en d’abord une.`,
  collectionFromBackup: (details) =>
    `La collection « ${say(details, 'name')} » est endommagée, Upcast a donc ouvert sa copie de secours. Des changements récents peuvent manquer. Upcast a gardé le fichier endommagé sous le nom ${say(details, 'file')}.`,
  collectionAside: (details) =>
    `Une collection est endommagée et n’a pas de copie de secours. Upcast a gardé le fichier endommagé sous le nom ${say(details, 'file')}.`,
  collectionStuck: (details) => `Impossible de lire la collection dans ${say(details, 'file')}.`,
  collectionNewer: (details) =>
    `Une version plus récente d’Upcast a sauvegardé la collection « ${say(details, 'name')} ». Mettez Upcast à jour pour l’ouvrir.`,
  importNewer:
    'Une version plus récente d’Upcast a sauvegardé cette collection. Mettez Upcast à jour pour l’importer.',
  collectionUnfit: 'La collection est endommagée.',
  exportFolderTaken: (details) => `« ${say(details, 'folder')} » existe déjà. Choisissez un autre nom.`,
  exportNotWritten: (details) => `Impossible d’exporter la collection : ${diskCause(details)}.`,
  importNotCopied: (details) => `Impossible de copier les fichiers de la collection : ${diskCause(details)}.`,
  collectionsNotChanged: (details) =>
    `Impossible de modifier les collections sauvegardées : ${diskCause(details)}.`,
};

/** The sentence of `details.reason`; undefined without a reason. */
export function reason(details: ErrorDetails): string | undefined {
  const { reason: code } = details;
  if (!isErrorReason(code)) return undefined;
  const sentence = reasons[code];
  return typeof sentence === 'string' ? sentence : sentence(details);
}
