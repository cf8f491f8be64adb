/** What each service of the catalogue says of itself: where its stream key is found, and what is good to know. By the service's id. */

export const services = {
  youtube: {
    keyHint: '« YouTube Studio > Create > Go live > Stream » : copiez la clé de stream.',
    notes: [
      'En H.264, YouTube recommande 12 Mbps en 1080p60, 24 Mbps en 1440p60 et 35 Mbps en 2160p60.',
      'Les serveurs chiffrés utilisent seulement le port 443. Le secours exige le même encodage.',
    ],
  },
  twitch: {
    keyHint: '« Creator Dashboard > Settings > Stream » : copiez la clé de stream principale.',
    notes: [
      'Twitch choisit le serveur le plus proche. Vous pouvez saisir tout autre serveur de la liste de Twitch.',
      'Un stream peut durer jusqu’à 48 heures.',
      'Débit constant uniquement. Audio : AAC-LC, mono ou stéréo, 44,1 ou 48 kHz. 128 kbps conviennent à tous les spectateurs.',
    ],
  },
  facebook: {
    keyHint:
      '« Live Producer > Streaming software » : copiez la clé de stream, y compris la longue partie à la fin.',
    notes: [
      'Recommandé : 4,5–9 Mbps en 1080p60, 3–6 Mbps en 1080p30, 1,5–4 Mbps en 720p30.',
      'Chiffrement et audio obligatoires. Un stream peut durer jusqu’à 8 heures.',
      'Facebook n’autorise aucun changement d’encodage pendant le direct. Désactivez le débit dynamique.',
      'Les adresses inutilisées expirent après 24 heures.',
      'Votre compte doit avoir au moins 60 jours et 100 abonnés.',
    ],
  },
  instagram: {
    keyHint: 'Live Producer sur le Web affiche une nouvelle adresse et une nouvelle clé pour chaque stream.',
    notes: ['Recommandé : 720 × 1280 à 30 fps, 2,25–6 Mbps. Audio : stéréo à 44,1 kHz, jusqu’à 256 kbps.'],
  },
  tiktok: {
    keyHint: 'LIVE Studio ou LIVE Center affiche une adresse et une clé pour chaque stream.',
    notes: [
      'TikTok décide qui peut diffuser avec un autre logiciel.',
      'Conseillé : environ 2,5 Mbps en 1080 × 1920.',
    ],
  },
  kick: {
    keyHint: '« Creator Dashboard > Settings > Stream URL & Key » : copiez les deux.',
    notes: ['Kick utilise Amazon IVS : TLS 1.2 ou plus récent, pas de stream sans vidéo.'],
  },
  'amazon-ivs': {
    keyHint: 'La chaîne, dans la console AWS, affiche le serveur d’ingestion et la clé de stream.',
    notes: [
      'Les chaînes BASIC acceptent jusqu’à 1,5 Mbps en 480p et 3,5 Mbps en 1080p. Un débit supérieur peut couper la connexion.',
      'TLS 1.2 ou plus récent obligatoire, sauf si la chaîne autorise autre chose. Pas de stream sans vidéo.',
      'Une image clé par seconde réduit la latence. Les stages en temps réel n’acceptent pas les images B et prennent jusqu’à 160 kbps d’audio.',
    ],
  },
  x: {
    keyHint: '« Media Studio > Producer > Sources » : créez une source RTMP.',
  },
  linkedin: {
    keyHint: 'La page de diffusion de l’événement affiche l’adresse et la clé. L’accès se fait sur demande.',
    notes: ['Conseillé : 720p30 à environ 3,5 Mbps. Le 1080p est accepté.'],
  },
  vimeo: {
    keyHint: '« Event settings > Connect to encoder » : copiez l’adresse RTMPS et la clé de stream.',
    notes: [
      'Si l’événement affiche une autre adresse, utilisez celle-là.',
      'Recommandé : jusqu’à 5 Mbps en 1080p30. Un événement dure 12 heures, sauf prolongation.',
    ],
  },
  dacast: {
    keyHint: 'La configuration de l’encodeur de la chaîne affiche l’adresse et la clé.',
  },
  restream: {
    keyHint: '« Dashboard > RTMP setup » : copiez la clé de stream.',
    notes: ['Un stream de secours exige une deuxième clé.'],
  },
  castr: {
    keyHint: 'La page du stream affiche la clé et l’adresse de sa région.',
  },
  'cloudflare-stream': {
    keyHint: '« Stream > Live inputs » : l’entrée affiche sa clé RTMPS.',
    notes: [
      'Vidéo et audio compris : 2–14 Mbps, idéalement moins de 10. GOP fermés.',
      'Une image clé toutes les 2 à 10 secondes, idéalement 4 à 8.',
      'Pour une lecture à faible latence : une image clé toutes les 2 à 4 secondes et aucune image B.',
      'Cloudflare ferme parfois la connexion. Après reconnexion, le même stream continue.',
    ],
  },
  mux: {
    keyHint: '« Live Streams » : le stream affiche sa clé.',
    notes: ['Le délai de reconnexion du stream fixe la durée maximale d’une interruption.'],
  },
  livepeer: {
    keyHint: '« Streams » : le stream affiche sa clé.',
  },
  'dolby-optiview': {
    keyHint:
      'La page du jeton de publication affiche le nom de stream RTMP. Utilisez ce nom comme clé de stream.',
  },
  'google-live-stream': {
    keyHint: 'Le point d’entrée du projet indique l’adresse et la clé.',
    notes: [
      'Les entrées acceptent jusqu’à 6 Mbps (SD), 25 Mbps (HD) ou 50 Mbps (UHD).',
      'Recommandé : 20 Mbps en 1080p60, 8 Mbps en 720p30.',
    ],
  },
  vindral: {
    keyHint: 'La page de la chaîne, dans le portail Vindral, affiche sa clé d’ingestion.',
  },
  trovo: {
    keyHint: '« Trovo Studio > My Channel > Stream » : copiez la clé de stream.',
  },
  steam: {
    keyHint: 'La page d’envoi de diffusion de votre compte Steam affiche votre clé.',
  },
  picarto: {
    keyHint: '« Dashboard > Stream settings » : copiez la clé de stream.',
  },
  chzzk: {
    keyHint: '« CHZZK Studio > Broadcast settings » : copiez la clé de stream.',
  },
  bilibili: {
    keyHint:
      'Le centre de direct affiche l’adresse et la clé. Copiez toute la clé, y compris la longue partie à la fin.',
  },
  'api-video': {
    keyHint: '« Live Streams » : le stream affiche sa clé.',
  },
  dlive: {
    keyHint: '« Dashboard > Stream settings » : copiez la clé de stream.',
  },
  uscreen: {
    keyHint: 'La page de l’événement, dans votre espace d’administration Uscreen, affiche sa clé.',
  },
  sympla: {
    keyHint: 'La page de l’événement en ligne, dans votre compte d’organisateur, affiche sa clé.',
  },
  onlyfans: {
    keyHint: '« Settings > Streaming » : copiez la clé.',
  },
  rumble: {
    keyHint: 'La page de configuration du direct affiche l’adresse et la clé.',
    notes: ['La page de configuration indique les limites.'],
  },
  telegram: {
    keyHint:
      'Lancez un direct dans le canal, puis « Stream with other apps » : copiez l’adresse du serveur et la clé.',
  },
  peertube: {
    keyHint: '« Publish > Go live » : la page de la vidéo affiche l’adresse et la clé.',
    notes: [
      'Serveur autohébergé : son propriétaire fixe les limites. Vous pouvez ajouter l’autorité de certification du serveur à la destination.',
    ],
  },
  owncast: {
    keyHint: '« Admin page > Configuration > Server setup » : copiez une clé de stream.',
    notes: ['Serveur autohébergé : son propriétaire fixe les limites. Changez la clé par défaut.'],
  },
  'nginx-rtmp': {
    keyHint: 'N’importe quel nom convient, sauf si le serveur vérifie les clés.',
    notes: [
      'L’application et la clé peuvent faire jusqu’à 255 octets chacune. TLS exige un proxy devant le serveur.',
    ],
  },
  relay: {
    keyHint: '« Envoyer via un relais » crée l’adresse et la clé avec les fichiers du relais.',
    notes: [
      'Le relais transmet votre stream sans le modifier : Upcast vérifie donc votre encodage pour chaque service derrière lui.',
    ],
  },
  mediamtx: {
    keyHint:
      'Le chemin réunit l’application et la clé. Ajoutez un nom d’utilisateur et un mot de passe si le serveur les exige.',
  },
  srs: {
    keyHint: 'N’importe quel nom convient, sauf si le serveur vérifie les clés.',
  },
  'node-media-server': {
    keyHint: 'N’importe quel nom convient. Ajoutez une signature à la suite si le serveur en vérifie une.',
  },
};
