/** What goes wrong on this computer: input, encoder, recording, settings, Upcast itself. Capture has a file of its own. */
import {
  fileAdvice,
  messageAdvice,
  newerVersionAdvice,
  notReadyAdvice,
  pageAdvice,
  refusalAdvice,
} from '../../error-advice.ts';
import { crashedProcess } from '../failures/diagnostics.ts';
import { message } from './message.ts';
import { KEPT_UNTIL_QUIT, reason } from './reasons.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

type LocalCode = Exclude<
  ErrorCode,
  `capture/${string}` | `transport/${string}` | `rtmp/${string}` | `update/${string}`
>;

const STREAM_CONTINUES = 'Votre stream continue sans cette source.';
/** A recording may be all there is. */
const IF_LIVE = 'Si vous êtes en direct, votre stream continue.';
const TRY_OR_RESTART = 'Réessayez. Si cela se reproduit, redémarrez Upcast.';

function recordingAction(why: unknown): string {
  if (why === 'tooManyRecordings' || why === 'filesTooSmall') return IF_LIVE;
  return why === 'folderProtected'
    ? `${IF_LIVE} Autorisez Upcast sous Sécurité Windows > Protection contre les virus et menaces > Protection contre les ransomware > Dispositif d’accès contrôlé aux dossiers, ou choisissez un autre dossier dans les paramètres.`
    : `${IF_LIVE} Choisissez un autre dossier dans les paramètres.`;
}

export const localErrors: ErrorTexts<LocalCode> = {
  'input/bad-option': (details) => ({
    title: message(details, 'Une valeur saisie n’est pas valide.'),
    action: 'Corrigez cela, puis réessayez.',
  }),
  'input/bad-url': (details) => ({
    title: message(details, 'Upcast ne peut pas streamer vers cette adresse.'),
    action: 'Utilisez une adresse qui commence par rtmp:// ou rtmps://, telle que votre service l’indique.',
  }),
  'input/bad-key': (details) => ({
    title: message(details, 'Cette clé de stream n’est pas valide.'),
    action: 'Copiez à nouveau la clé depuis votre service, sans espaces autour.',
  }),
  'input/bad-file': (details) => ({
    title: message(details, 'Impossible de lire le fichier.'),
    action: {
      otherFile: 'Choisissez un autre fichier.',
      ifThatFails: 'Si cela ne suffit pas, choisissez un autre fichier.',
      none: undefined,
    }[fileAdvice(details)],
  }),
  'input/bad-message': (details) => ({
    title: reason(details) ?? 'Une erreur s’est produite.',
    action: {
      restart: TRY_OR_RESTART,
      none: undefined,
    }[messageAdvice(details)],
  }),
  'source/bad-image': (details) => ({
    title: message(details, 'Impossible d’afficher cette image.'),
    doing: STREAM_CONTINUES,
    action: 'Choisissez une autre image, ou enregistrez celle-ci à nouveau en PNG ou en JPEG.',
  }),
  'source/bad-lut': () => ({
    title: 'Impossible de lire cette LUT.',
    doing: 'Le filtre n’a aucun effet.',
    action: 'Choisissez un autre fichier .cube.',
  }),
  'source/file-unreadable': (details) => ({
    title: message(details, 'Impossible de lire le fichier de la source.'),
    doing:
      'Les spectateurs voient la dernière version lue par Upcast. Upcast affichera à nouveau le fichier dès qu’il pourra le lire.',
    action: 'Remettez le fichier à sa place, ou choisissez-en un autre.',
  }),
  'source/page-failed': (details) => ({
    title: reason(details) ?? 'Impossible d’afficher cette page.',
    ...(details['reason'] !== 'pageAddressMissing' && {
      doing:
        details['isGivenUp'] === true
          ? 'Les spectateurs voient la dernière image de la page.'
          : 'Les spectateurs voient la dernière image de la page. Upcast rechargera la page automatiquement.',
    }),
    action: {
      reload: 'Rechargez la page, ou changez son adresse.',
      address: 'Vérifiez l’adresse de la page.',
      none: undefined,
    }[pageAdvice(details)],
  }),
  'encoder/not-found': (details) => ({
    title: reason(details) ?? 'FFmpeg introuvable.',
    action:
      details['reason'] === 'ffmpegMissing' || details['reason'] === 'ffmpegBroken'
        ? 'Puis réessayez.'
        : 'Installez FFmpeg et réessayez.',
  }),
  'encoder/failed-to-start': (details) => ({
    title: reason(details) ?? 'L’encodeur n’a pas démarré.',
    action: 'Choisissez un autre encodeur ou une résolution plus basse dans les paramètres.',
  }),
  'encoder/exited': () => ({
    title: 'L’encodeur s’est arrêté.',
    action: 'Si cela se reproduit, choisissez un autre encodeur dans les paramètres.',
  }),
  'encoder/stalled': () => ({
    title: 'L’encodeur ne répond plus.',
    action: 'Choisissez une résolution plus basse ou un préréglage CPU plus rapide dans les paramètres.',
  }),
  'encoder/bad-output': () => ({
    title: 'L’encodeur a produit des données non valides.',
    action: 'Choisissez un autre encodeur dans les paramètres.',
  }),
  'encoder/unsupported': (details) => ({
    title: reason(details) ?? 'Cet encodeur ne fonctionne pas sur cet ordinateur.',
    action:
      reason(details) === undefined
        ? 'Réglez l’encodeur sur « Automatique » dans les paramètres.'
        : 'Choisissez ensuite à nouveau l’encodeur dans les paramètres.',
  }),
  'flv/bad-data': () => ({
    title: 'Upcast a sauté des données endommagées dans le stream.',
    action: 'Si cela se répète, arrêtez le stream et repassez en direct.',
  }),
  'record/cannot-write': ({ reason: why }) => ({
    title: 'Impossible de sauvegarder l’enregistrement.',
    action: recordingAction(why),
  }),
  'record/disk-full': () => ({
    title: 'Le disque est plein.',
    action: `Tout ce qui a été enregistré jusqu’ici est sauvegardé. ${IF_LIVE} Libérez de l’espace, puis enregistrez à nouveau.`,
  }),
  'report/gone': () => ({
    title: 'Ce rapport n’existe plus.',
    action: 'Fermez cette liste et rouvrez-la.',
  }),
  'report/unreadable': () => ({
    title: 'Impossible de lire ce rapport.',
    action: 'Les autres rapports ne sont pas affectés. Supprimez celui-ci si vous n’en avez pas besoin.',
  }),
  'settings/corrupt': (details) => ({
    title: message(details, 'Le fichier des paramètres est endommagé.'),
    action: 'S’il manque quelque chose, configurez-le à nouveau.',
  }),
  'settings/newer-version': (details) => ({
    title: reason(details) ?? 'Une version plus récente d’Upcast a sauvegardé vos paramètres.',
    action: {
      openNewer:
        'Upcast n’a pas modifié vos paramètres. Ouvrez la version plus récente pour les utiliser ou les changer.',
      none: undefined,
    }[newerVersionAdvice(details)],
  }),
  'settings/write-failed': (details) => ({
    title: message(details, 'Impossible de sauvegarder vos paramètres.'),
    action:
      reason(details) === undefined
        ? 'Les données déjà sauvegardées sont inchangées. Vérifiez si le disque est plein ou en lecture seule.'
        : 'Les données déjà sauvegardées sont inchangées.',
  }),
  'settings/no-keychain': () => ({
    title: 'Upcast ne peut pas accéder au trousseau de votre système.',
    action:
      'Upcast garde les clés de stream seulement jusqu’à la fermeture. Pour les sauvegarder, déverrouillez votre trousseau. Sous Linux, il faut parfois en installer un, comme GNOME Keyring.',
  }),
  'settings/keys-locked': (details) => ({
    title: reason(details) ?? 'Impossible d’ouvrir vos clés de stream stockées.',
    action:
      details['reason'] === 'keysFileLocked'
        ? KEPT_UNTIL_QUIT
        : `Déverrouillez le trousseau et redémarrez Upcast. ${KEPT_UNTIL_QUIT}`,
  }),
  'settings/no-key': () => ({
    title: 'Cette destination n’a pas de clé de stream.',
    action: 'Modifiez la destination et collez la clé indiquée par votre service.',
  }),
  'settings/key-of-other-server': (details) => ({
    title: message(
      details,
      'Le serveur ou ses paramètres de certificat ont changé, Upcast ne réutilisera donc pas la clé stockée.',
    ),
    action: 'Pour continuer quand même, saisissez à nouveau la clé de stream et le mot de passe.',
  }),
  'settings/wrong-passphrase': () => ({
    title: 'Phrase secrète incorrecte.',
    action: 'Réessayez.',
  }),
  'remote/unauthorized': () => ({
    title: 'Une application de contrôle à distance a utilisé un jeton incorrect.',
    action: 'Copiez à nouveau le jeton depuis les paramètres.',
  }),
  'remote/forbidden': (details) => ({
    title: message(details, 'Upcast a bloqué une requête de contrôle à distance.'),
    action: 'Connectez-vous depuis une application de cet ordinateur, pas depuis une page web.',
  }),
  'remote/not-found': (details) => ({
    title: message(
      details,
      'Une application de contrôle à distance a demandé quelque chose qui n’existe pas.',
    ),
    action: 'Pour les requêtes disponibles, consultez la page « Remote control » du Guide d’Upcast.',
  }),
  'remote/too-much': (details) => ({
    title: message(
      details,
      'Une application de contrôle à distance a envoyé plus de données qu’Upcast n’en accepte.',
    ),
    action: 'Envoyez moins de données, ou fermez les connexions inutilisées, puis réessayez.',
  }),
  'studio/not-ready': (details) => ({
    title: message(details, 'Upcast ne peut pas faire cela pour le moment.'),
    action: {
      listed: 'Réglez les points listés au-dessus de « Passer en direct », puis réessayez.',
      ifWrong: 'Si cela vous semble faux, réessayez dans un instant.',
      none: undefined,
    }[notReadyAdvice(details)],
  }),
  'studio/refused': (details) => ({
    title: message(details, 'Upcast ne peut pas faire ce changement.'),
    action: {
      check: 'Vérifiez vos scènes et vos sources, puis réessayez.',
      unchanged: 'Rien n’a changé.',
      none: undefined,
    }[refusalAdvice(details)],
  }),
  'remote/port-taken': (details) => ({
    title: message(details, 'Une autre application utilise ce port.'),
    action: 'Désactivez le contrôle à distance, choisissez un autre port, puis réactivez-le.',
  }),
  'internal/engine-silent': () => ({
    title: 'Le moteur de streaming ne répond pas.',
    action: 'Arrêtez le stream et repassez en direct. Si cela ne suffit pas, redémarrez Upcast.',
  }),
  'internal/engine-exited': ({ isRestarted }) =>
    isRestarted === false
      ? {
          title: 'Le moteur de streaming s’arrête sans cesse.',
          action: 'Passez en direct pour le relancer. S’il s’arrête encore, redémarrez Upcast.',
        }
      : {
          title: 'Le moteur de streaming s’est arrêté de façon inattendue.',
          doing:
            'Upcast l’a redémarré. Si vous étiez en direct ou en cours d’enregistrement, cela reprend maintenant.',
          action: 'Si cela se reproduit, sauvegardez le diagnostic depuis le menu Aide.',
        },
  'internal/process-crashed': ({ part }) => crashedProcess(part),
  'internal/aborted': () => ({
    title: 'Annulé.',
    action: 'Réessayez quand vous voulez.',
  }),
  'internal/bug': (details) => ({
    title: `Une erreur s’est produite dans Upcast. ${message(details, '')}`.trim(),
    doing: 'Votre stream n’est pas affecté.',
    action: TRY_OR_RESTART,
  }),
};
