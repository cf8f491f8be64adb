/** What nginx can't forward to, and how to set up a relay; also written to a file beside its configuration. */
import { endSentence } from '../../end-sentence.ts';

export const relayRefusals = {
  badAddress: (reason: string) => endSentence(`Upcast ne peut pas utiliser l’adresse ou la clé : ${reason}`),
  tunnel: 'nginx ne prend pas en charge RTMP via HTTP.',
  flows: 'nginx ne prend pas en charge RTMFP.',
  signIn: 'La destination exige un nom d’utilisateur et un mot de passe, que nginx ne peut pas envoyer.',
  noApplication: 'nginx a besoin d’une application dans l’adresse, et cette adresse n’en a pas.',
  noKey: 'La destination n’a pas de clé de stream.',
  longKey: 'La clé de stream est trop longue pour nginx.',
  badHost: 'nginx ne peut pas rechercher le nom d’hôte.',
  numericHost: 'nginx vérifie les certificats d’après le nom d’hôte, mais cette adresse est une adresse IP.',
  pin: 'nginx ne peut pas vérifier un certificat épinglé.',
};

export const relayGuide = {
  install: 'Installer',
  installText: 'Installez nginx avec ses modules RTMP et stream. Sous Debian et Ubuntu :',
  copy: 'Copier',
  copyText: (folder: string) =>
    `Copiez tout le dossier vers ${folder} sur le serveur, et rendez-le lisible seulement par root. Le dossier keys/ contient vos clés de stream.`,
  check: 'Vérifier les fichiers',
  start: 'Démarrer',
  stop: 'Arrêter ou recharger',
  stopText:
    'nginx recherche les noms d’hôte seulement quand il charge sa configuration. Rechargez nginx si un service change d’adresse.',
  send: 'Streamer vers le relais',
  sendText: (url: string) =>
    `Upcast streame vers ${url} avec la clé propre au relais. nginx transmet le stream tant qu’Upcast l’envoie.`,
  readmeTitle: 'Relais : un stream en entrée, un stream en sortie vers chaque destination.',
  readmeWarning: 'keys/ contient des clés de stream non chiffrées. Ne partagez pas ce dossier.',
};
