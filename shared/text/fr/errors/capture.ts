/** What goes wrong with sources that are captured: cameras, screens, microphones, the computer's sound. */
import { capture } from '../inputs.ts';
import { message } from './message.ts';
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

function applicationAction({ reason: cause }: ErrorDetails): string {
  switch (cause) {
    case 'soundToolsMissing':
      return 'Installez pulseaudio-utils, qui fonctionne aussi avec PipeWire. Upcast capturera alors l’application automatiquement.';
    case 'applicationAudioElsewhere':
      return 'Retirez le canal, ou dirigez l’audio de l’application vers un micro virtuel et ajoutez ce micro.';
    default:
      return 'Upcast continue d’essayer. Si l’audio ne revient pas, redémarrez PulseAudio ou PipeWire.';
  }
}

/** Several devices have the name of the chosen one. */
const isOneOfSeveral = ({ count }: ErrorDetails): boolean => count !== undefined;

const STREAM_CONTINUES = 'Votre stream continue sans cette source.';

/** With other channels the stream has their sound. @param until a clause that begins with “tant que”. */
function silent(details: ErrorDetails, until = ''): string {
  const what = details['hasOtherSounds'] === true ? 'Le canal' : 'Votre stream';
  return `${what} est muet${until === '' ? '' : ` ${until}`}.`;
}

/** As each system names the page where a person allows it. */
function allowAction({ kind, system }: ErrorDetails): string {
  if (system === 'mac' && kind === 'screen')
    return 'Activez Upcast sous Réglages Système > Confidentialité et sécurité > Enregistrement de l’écran et de l’audio système, puis redémarrez Upcast.';
  if (system === 'mac') {
    const page = kind === 'microphone' ? 'Microphone' : 'Appareil photo';
    return `Activez Upcast sous Réglages Système > Confidentialité et sécurité > ${page}, puis choisissez à nouveau la source.`;
  }
  if (system === 'windows') {
    const page = kind === 'microphone' ? 'Microphone' : 'Caméra';
    return `Activez l’accès des applications de bureau sous Paramètres > Confidentialité et sécurité > ${page}, puis choisissez à nouveau la source.`;
  }
  return 'Autorisez l’accès dans les paramètres de confidentialité de votre système, puis choisissez à nouveau la source.';
}

export const captureErrors: ErrorTexts<Extract<ErrorCode, `capture/${string}`>> = {
  'capture/no-camera': (details) =>
    details['label'] === undefined
      ? {
          title: 'Aucune caméra trouvée.',
          doing: 'Upcast affiche une caméra dès que vous la branchez.',
          action: 'Branchez une caméra, ou choisissez un écran, une fenêtre ou la mire.',
        }
      : {
          title: message(details, 'La caméra choisie n’est pas connectée.'),
          ...(isOneOfSeveral(details)
            ? {
                doing:
                  'Upcast n’utilise aucune de ces caméras, pour que les spectateurs ne voient jamais la mauvaise.',
                action: 'Choisissez une de ces caméras sous « Sources ».',
              }
            : {
                doing: 'Upcast utilisera la caméra dès qu’elle sera connectée.',
                action: 'Connectez la caméra, ou choisissez-en une autre sous « Sources ».',
              }),
        },
  'capture/no-microphone': (details) =>
    details['label'] === undefined
      ? {
          title: 'Aucun micro trouvé.',
          doing: silent(details),
          action: 'Branchez un micro, ou choisissez « Aucun audio ».',
        }
      : {
          title: message(details, 'Le micro choisi n’est pas connecté.'),
          ...(isOneOfSeveral(details)
            ? { doing: silent(details), action: 'Choisissez un de ces micros sous « Audio ».' }
            : {
                doing: silent(details, 'tant que le micro n’est pas connecté'),
                action: 'Connectez le micro, ou choisissez-en un autre sous « Audio ».',
              }),
        },
  'capture/no-screen': (details) => ({
    title: message(details, 'Il n’y a ni écran ni fenêtre à capturer.'),
    ...(details['reason'] === 'screensUnlisted'
      ? { action: 'Réessayez dans un instant. Si cela ne suffit pas, redémarrez Upcast.' }
      : {
          doing: 'Upcast reprendra la capture quand l’écran ou la fenêtre sera de retour.',
          action: 'Choisissez un autre écran ou une autre fenêtre sous « Sources ».',
        }),
  }),
  'capture/window-closed': (details) => ({
    title: message(details, 'La fenêtre a été fermée.'),
    doing:
      'Les spectateurs voient la dernière image de la fenêtre. Upcast reprend la capture quand elle se rouvre avec le même titre.',
    action: 'Rouvrez la fenêtre, ou choisissez-en une autre sous « Sources ».',
  }),
  'capture/window-unclear': (details) => ({
    title: message(details, 'Upcast ne sait pas quelle fenêtre capturer.'),
    doing: 'Upcast n’affiche aucune fenêtre, pour que les spectateurs ne voient jamais la mauvaise.',
    action: 'Choisissez à nouveau la fenêtre ou l’écran sous « Sources ».',
  }),
  'capture/permission-denied': (details) => ({
    title: message(
      details,
      'Upcast n’est pas autorisé à utiliser la caméra ou le micro, ni à capturer l’écran.',
    ),
    doing: STREAM_CONTINUES,
    action: allowAction(details),
  }),
  'capture/source-lost': (details) => ({
    title: message(details, 'Source déconnectée.'),
    doing:
      details['kind'] === 'microphone'
        ? silent(details, 'tant que le micro n’est pas de retour')
        : 'Les spectateurs voient la dernière image de la source jusqu’à son retour.',
    action: 'Reconnectez la source, ou choisissez-en une autre.',
  }),
  'capture/muted': (details) => ({
    title: message(details, 'Le périphérique est désactivé.'),
    ...(details['kind'] === 'microphone'
      ? {
          doing: silent(details, 'tant que le micro est coupé'),
          action:
            'Rétablissez le micro avec son propre bouton, au clavier ou dans les paramètres de votre système.',
        }
      : {
          doing: 'Les spectateurs ne reçoivent plus d’images de la caméra.',
          action:
            'Ouvrez le cache de la caméra, ou activez-la avec sa touche au clavier ou dans les paramètres de votre système.',
        }),
  }),
  'capture/sound-stopped': (details) => ({
    title: message(details, capture.audioStopped),
    doing: `${silent(details)} Upcast se reconnecte au service audio.`,
    action:
      'Si l’audio n’est pas de retour dans les 10 secondes, reconnectez le micro, ou redémarrez PulseAudio ou PipeWire.',
  }),
  'capture/no-system-audio': (details) => ({
    title: message(details, 'Impossible de capturer l’audio du bureau.'),
    doing: 'Le canal est muet.',
    action: 'Retirez le canal, ou dirigez l’audio vers un micro virtuel et ajoutez ce micro.',
  }),
  'capture/no-application-audio': (details) => ({
    title: message(details, 'Impossible de capturer l’audio d’une seule application.'),
    doing: 'Le canal est muet.',
    action: applicationAction(details),
  }),
  'capture/no-speakers': (details) => ({
    title: message(details, 'Impossible de jouer le son sur le périphérique de monitoring.'),
    doing: 'Vous n’entendez rien. Votre stream n’est pas affecté.',
    action: 'Connectez le périphérique, ou choisissez-en un autre sous « Audio du programme ».',
  }),
  'capture/monitor-loop': ({ isUnknown }) => ({
    title:
      isUnknown === true
        ? 'Le monitoring est désactivé, car l’audio du bureau capture peut-être ce que vous entendez.'
        : 'Le monitoring est désactivé, car l’audio du bureau capturerait ce que vous entendez.',
    doing: 'Vous n’entendez rien. Votre stream n’est pas affecté.',
    action:
      isUnknown === true
        ? 'Installez pulseaudio-utils pour qu’Upcast sache quel périphérique l’audio du bureau capture, ou retirez l’audio du bureau.'
        : 'Choisissez un périphérique de monitoring autre que celui par défaut, sous « Audio du programme ».',
  }),
  'capture/file-unreadable': () => ({
    title: 'Impossible de lire le fichier multimédia.',
    action: 'Choisissez un autre fichier ou une autre source.',
  }),
  'capture/failed': (details) => ({
    title: message(details, 'Impossible de démarrer la source.'),
    doing: STREAM_CONTINUES,
    action: 'Fermez les autres applications qui utilisent cette source, puis choisissez-la à nouveau.',
  }),
};
