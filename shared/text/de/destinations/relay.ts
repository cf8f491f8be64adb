/** What nginx can't forward to, and how to set up a relay; also written to a file beside its configuration. */
import { endSentence } from '../../end-sentence.ts';

export const relayRefusals = {
  badAddress: (reason: string) => endSentence(`Upcast kann Adresse oder Schlüssel nicht nutzen: ${reason}`),
  tunnel: 'nginx unterstützt RTMP über HTTP nicht.',
  flows: 'nginx unterstützt RTMFP nicht.',
  signIn: 'Das Ziel verlangt Benutzername und Passwort, die nginx nicht senden kann.',
  noApplication: 'nginx braucht eine Anwendung in der Adresse, und diese Adresse hat keine.',
  noKey: 'Das Ziel hat keinen Stream-Schlüssel.',
  longKey: 'Der Stream-Schlüssel ist zu lang für nginx.',
  badHost: 'nginx kann den Hostnamen nicht auflösen.',
  numericHost: 'nginx prüft Zertifikate anhand des Hostnamens, aber diese Adresse ist eine IP-Adresse.',
  pin: 'nginx kann ein angeheftetes Zertifikat nicht prüfen.',
};

export const relayGuide = {
  install: 'Installieren',
  installText: 'Installiere nginx mit den Modulen für RTMP und Stream. Unter Debian und Ubuntu:',
  copy: 'Kopieren',
  copyText: (folder: string) =>
    `Kopiere den ganzen Ordner nach ${folder} auf dem Server und mach ihn nur für root lesbar. Der Ordner keys/ enthält deine Stream-Schlüssel.`,
  check: 'Dateien prüfen',
  start: 'Starten',
  stop: 'Stoppen oder neu laden',
  stopText:
    'nginx löst Hostnamen nur beim Laden seiner Konfiguration auf. Lade nginx neu, wenn ein Dienst zu einer anderen Adresse umzieht.',
  send: 'An das Relay streamen',
  sendText: (url: string) =>
    `Upcast streamt an ${url} mit dem eigenen Schlüssel des Relays. nginx leitet den Stream weiter, solange Upcast sendet.`,
  readmeTitle: 'Relay: ein Stream hinein, ein Stream zu jedem Ziel hinaus.',
  readmeWarning: 'keys/ enthält Stream-Schlüssel unverschlüsselt. Gib diesen Ordner nicht weiter.',
};
