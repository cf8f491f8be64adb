/** What goes wrong with sources that are captured: cameras, screens, microphones, the computer's sound. */
import { capture } from '../inputs.ts';
import { message } from './message.ts';
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

function applicationAction({ reason: cause }: ErrorDetails): string {
  switch (cause) {
    case 'soundToolsMissing':
      return 'Installiere pulseaudio-utils, das auch mit PipeWire funktioniert. Upcast nimmt die App dann automatisch auf.';
    case 'applicationAudioElsewhere':
      return 'Entferne den Kanal, oder leite das Audio der App auf ein virtuelles Mikrofon und füge dieses hinzu.';
    default:
      return 'Upcast versucht es weiter. Kommt das Audio nicht zurück, starte PulseAudio oder PipeWire neu.';
  }
}

/** Several devices have the name of the chosen one. */
const isOneOfSeveral = ({ count }: ErrorDetails): boolean => count !== undefined;

const STREAM_CONTINUES = 'Dein Stream läuft ohne diese Quelle weiter.';

/** With other channels the stream has their sound. @param until a clause that begins with “bis”. */
function silent(details: ErrorDetails, until = ''): string {
  const what = details['hasOtherSounds'] === true ? 'Der Kanal' : 'Dein Stream';
  return `${what} hat keinen Ton${until === '' ? '' : `, ${until}`}.`;
}

/** As each system names the page where a person allows it. */
function allowAction({ kind, system }: ErrorDetails): string {
  if (system === 'mac' && kind === 'screen')
    return 'Schalte Upcast unter Systemeinstellungen > Datenschutz & Sicherheit > Bildschirm- & Systemaudioaufnahme ein. Starte Upcast dann neu.';
  const page = kind === 'microphone' ? 'Mikrofon' : 'Kamera';
  if (system === 'mac')
    return `Schalte Upcast unter Systemeinstellungen > Datenschutz & Sicherheit > ${page} ein und wähle die Quelle dann neu aus.`;
  if (system === 'windows')
    return `Erlaube Desktop-Apps den Zugriff unter Einstellungen > Datenschutz und Sicherheit > ${page} und wähle die Quelle dann neu aus.`;
  return 'Erlaube den Zugriff in den Datenschutzeinstellungen deines Systems und wähle die Quelle dann neu aus.';
}

export const captureErrors: ErrorTexts<Extract<ErrorCode, `capture/${string}`>> = {
  'capture/no-camera': (details) =>
    details['label'] === undefined
      ? {
          title: 'Keine Kamera gefunden.',
          doing: 'Upcast zeigt eine Kamera an, sobald du eine anschließt.',
          action: 'Schließe eine Kamera an oder wähle einen Bildschirm, ein Fenster oder das Testbild.',
        }
      : {
          title: message(details, 'Die ausgewählte Kamera ist nicht angeschlossen.'),
          ...(isOneOfSeveral(details)
            ? {
                doing: 'Upcast nutzt keine dieser Kameras, damit Zuschauer nie die falsche sehen.',
                action: 'Wähle unter „Quellen“ eine dieser Kameras aus.',
              }
            : {
                doing: 'Upcast nutzt die Kamera, sobald sie angeschlossen ist.',
                action: 'Schließe die Kamera an oder wähle unter „Quellen“ eine andere.',
              }),
        },
  'capture/no-microphone': (details) =>
    details['label'] === undefined
      ? {
          title: 'Kein Mikrofon gefunden.',
          doing: silent(details),
          action: 'Schließe ein Mikrofon an oder wähle „Kein Audio“.',
        }
      : {
          title: message(details, 'Das ausgewählte Mikrofon ist nicht angeschlossen.'),
          ...(isOneOfSeveral(details)
            ? { doing: silent(details), action: 'Wähle unter „Audio“ eines dieser Mikrofone aus.' }
            : {
                doing: silent(details, 'bis das Mikrofon angeschlossen ist'),
                action: 'Schließe das Mikrofon an oder wähle unter „Audio“ ein anderes.',
              }),
        },
  'capture/no-screen': (details) => ({
    title: message(details, 'Es gibt keinen Bildschirm und kein Fenster zum Aufnehmen.'),
    ...(details['reason'] === 'screensUnlisted'
      ? { action: 'Versuche es gleich noch einmal. Hilft das nicht, starte Upcast neu.' }
      : {
          doing: 'Upcast nimmt den Bildschirm oder das Fenster wieder auf, sobald es zurück ist.',
          action: 'Wähle unter „Quellen“ einen anderen Bildschirm oder ein anderes Fenster.',
        }),
  }),
  'capture/window-closed': (details) => ({
    title: message(details, 'Das Fenster wurde geschlossen.'),
    doing:
      'Zuschauer sehen das letzte Bild des Fensters. Upcast nimmt das Fenster wieder auf, sobald es mit demselben Titel geöffnet wird.',
    action: 'Öffne das Fenster wieder oder wähle unter „Quellen“ ein anderes.',
  }),
  'capture/window-unclear': (details) => ({
    title: message(details, 'Upcast kann nicht erkennen, welches Fenster gemeint ist.'),
    doing: 'Upcast zeigt kein Fenster, damit Zuschauer nie das falsche sehen.',
    action: 'Wähle das Fenster oder den Bildschirm unter „Quellen“ neu aus.',
  }),
  'capture/permission-denied': (details) => ({
    title: message(
      details,
      'Upcast darf Kamera oder Mikrofon nicht nutzen oder den Bildschirm nicht aufnehmen.',
    ),
    doing: STREAM_CONTINUES,
    action: allowAction(details),
  }),
  'capture/source-lost': (details) => ({
    title: message(details, 'Die Quelle wurde getrennt.'),
    doing:
      details['kind'] === 'microphone'
        ? silent(details, 'bis das Mikrofon zurück ist')
        : 'Zuschauer sehen das letzte Bild der Quelle, bis sie zurück ist.',
    action: 'Schließe die Quelle wieder an oder wähle eine andere.',
  }),
  'capture/muted': (details) => ({
    title: message(details, 'Das Gerät ist ausgeschaltet.'),
    ...(details['kind'] === 'microphone'
      ? {
          doing: silent(details, 'bis das Mikrofon wieder eingeschaltet ist'),
          action:
            'Hebe die Stummschaltung auf: am Schalter des Mikrofons, auf der Tastatur oder in den Systemeinstellungen.',
        }
      : {
          doing: 'Zuschauer sehen kein neues Bild von der Kamera.',
          action:
            'Öffne die Abdeckung der Kamera oder schalte die Kamera mit ihrer Taste auf der Tastatur oder in den Systemeinstellungen ein.',
        }),
  }),
  'capture/sound-stopped': (details) => ({
    title: message(details, capture.audioStopped),
    doing: `${silent(details)} Upcast verbindet sich neu mit dem Audiodienst.`,
    action:
      'Ist der Ton nach 10 Sekunden nicht zurück, schließe das Mikrofon neu an oder starte PulseAudio oder PipeWire neu.',
  }),
  'capture/no-system-audio': (details) => ({
    title: message(details, 'Desktop-Audio kann nicht aufgenommen werden.'),
    doing: 'Der Kanal hat keinen Ton.',
    action: 'Entferne den Kanal, oder leite das Audio auf ein virtuelles Mikrofon und füge dieses hinzu.',
  }),
  'capture/no-application-audio': (details) => ({
    title: message(details, 'Das Audio einer einzelnen App kann nicht aufgenommen werden.'),
    doing: 'Der Kanal hat keinen Ton.',
    action: applicationAction(details),
  }),
  'capture/no-speakers': (details) => ({
    title: message(details, 'Auf dem Monitoring-Gerät ist keine Wiedergabe möglich.'),
    doing: 'Du hörst nichts. Dein Stream ist nicht betroffen.',
    action: 'Schließe das Gerät an oder wähle unter „Programm-Audio“ ein anderes.',
  }),
  'capture/monitor-loop': ({ isUnknown }) => ({
    title:
      isUnknown === true
        ? 'Das Monitoring ist aus, weil Desktop-Audio vielleicht aufnimmt, was du hörst.'
        : 'Das Monitoring ist aus, weil Desktop-Audio aufnehmen würde, was du hörst.',
    doing: 'Du hörst nichts. Dein Stream ist nicht betroffen.',
    action:
      isUnknown === true
        ? 'Installiere pulseaudio-utils, damit Upcast erkennt, welches Gerät Desktop-Audio aufnimmt, oder entferne Desktop-Audio.'
        : 'Wähle unter „Programm-Audio“ ein anderes Monitoring-Gerät als den Systemstandard.',
  }),
  'capture/file-unreadable': () => ({
    title: 'Die Mediendatei kann nicht abgespielt werden.',
    action: 'Wähle eine andere Datei oder Quelle.',
  }),
  'capture/failed': (details) => ({
    title: message(details, 'Die Quelle konnte nicht gestartet werden.'),
    doing: STREAM_CONTINUES,
    action: 'Schließe andere Apps, die diese Quelle nutzen, und wähle sie dann neu aus.',
  }),
};
