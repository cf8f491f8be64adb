/** What each service of the catalogue says of itself: where its stream key is found, and what is good to know. By the service's id. */

export const services = {
  youtube: {
    keyHint: '“YouTube Studio > Create > Go live > Stream”: copie a chave de transmissão.',
    notes: [
      'Para H.264, o YouTube recomenda 12 Mbps em 1080p60, 24 Mbps em 1440p60 e 35 Mbps em 2160p60.',
      'Os servidores criptografados usam só a porta 443. O reserva precisa da mesma codificação.',
    ],
  },
  twitch: {
    keyHint: '“Creator Dashboard > Settings > Stream”: copie a chave de transmissão principal.',
    notes: [
      'A Twitch escolhe o servidor mais próximo. Você pode digitar qualquer outro servidor da lista da Twitch.',
      'As transmissões podem durar até 48 horas.',
      'Só taxa de bits constante. Áudio: AAC-LC, mono ou estéreo, 44,1 ou 48 kHz. 128 kbps funcionam para todos os espectadores.',
    ],
  },
  facebook: {
    keyHint:
      '“Live Producer > Streaming software”: copie a chave de transmissão, inclusive a parte longa no final.',
    notes: [
      'Recomendado: 4,5–9 Mbps em 1080p60, 3–6 Mbps em 1080p30, 1,5–4 Mbps em 720p30.',
      'Exige criptografia e áudio. As transmissões podem durar até 8 horas.',
      'O Facebook não permite mudar a codificação ao vivo. Desative a taxa de bits dinâmica.',
      'Endereços não usados expiram depois de 24 horas.',
      'A sua conta precisa ter pelo menos 60 dias e 100 seguidores.',
    ],
  },
  instagram: {
    keyHint: 'O Live Producer na web mostra um novo endereço e uma nova chave para cada transmissão.',
    notes: ['Recomendado: 720 × 1280 a 30 fps, 2,25–6 Mbps. Áudio: estéreo a 44,1 kHz, até 256 kbps.'],
  },
  tiktok: {
    keyHint: 'O LIVE Studio ou o LIVE Center mostra um endereço e uma chave para cada transmissão.',
    notes: [
      'O TikTok decide quem pode transmitir com outro software.',
      'Sugerido: cerca de 2,5 Mbps em 1080 × 1920.',
    ],
  },
  kick: {
    keyHint: '“Creator Dashboard > Settings > Stream URL & Key”: copie os dois.',
    notes: ['O Kick usa o Amazon IVS: TLS 1.2 ou mais recente, sem transmissões só de áudio.'],
  },
  'amazon-ivs': {
    keyHint: 'O canal, no console da AWS, mostra o servidor de ingestão e a chave de transmissão.',
    notes: [
      'Canais BASIC aceitam até 1,5 Mbps em 480p e 3,5 Mbps em 1080p. Com taxas mais altas, a conexão pode cair.',
      'Exige TLS 1.2 ou mais recente, a menos que o canal permita outra coisa. Sem transmissões só de áudio.',
      'Um quadro-chave por segundo reduz a latência. Stages em tempo real não aceitam quadros B e recebem até 160 kbps de áudio.',
    ],
  },
  x: {
    keyHint: '“Media Studio > Producer > Sources”: crie uma fonte RTMP.',
  },
  linkedin: {
    keyHint: 'A página de transmissão do evento mostra o endereço e a chave. É preciso solicitar acesso.',
    notes: ['Sugerido: 720p30 a cerca de 3,5 Mbps. 1080p também é aceito.'],
  },
  vimeo: {
    keyHint: '“Event settings > Connect to encoder”: copie o endereço RTMPS e a chave de transmissão.',
    notes: [
      'Se o evento mostrar outro endereço, use esse.',
      'Recomendado: até 5 Mbps em 1080p30. Os eventos duram 12 horas, se não forem estendidos.',
    ],
  },
  dacast: {
    keyHint: 'A configuração do codificador do canal mostra o endereço e a chave.',
  },
  restream: {
    keyHint: '“Dashboard > RTMP setup”: copie a chave de transmissão.',
    notes: ['Uma transmissão reserva precisa de uma segunda chave.'],
  },
  castr: {
    keyHint: 'A página da transmissão mostra a chave e o endereço da região.',
  },
  'cloudflare-stream': {
    keyHint: '“Stream > Live inputs”: a entrada mostra a chave RTMPS dela.',
    notes: [
      'Vídeo e áudio juntos: 2–14 Mbps, de preferência abaixo de 10. GOPs fechados.',
      'Um quadro-chave a cada 2 a 10 segundos, de preferência 4 a 8.',
      'Para reprodução com baixa latência: um quadro-chave a cada 2 a 4 segundos e nenhum quadro B.',
      'O Cloudflare pode fechar a conexão de vez em quando. Ao reconectar, a mesma transmissão continua.',
    ],
  },
  mux: {
    keyHint: '“Live Streams”: a transmissão mostra a chave dela.',
    notes: ['O prazo de reconexão da transmissão define quanto tempo uma interrupção pode durar.'],
  },
  livepeer: {
    keyHint: '“Streams”: a transmissão mostra a chave dela.',
  },
  'dolby-optiview': {
    keyHint:
      'A página do token de publicação mostra o nome da transmissão RTMP. Use esse nome como chave de transmissão.',
  },
  'google-live-stream': {
    keyHint: 'O endpoint de entrada do projeto tem o endereço e a chave.',
    notes: [
      'As entradas aceitam até 6 Mbps (SD), 25 Mbps (HD) ou 50 Mbps (UHD).',
      'Recomendado: 20 Mbps em 1080p60, 8 Mbps em 720p30.',
    ],
  },
  vindral: {
    keyHint: 'A página do canal, no portal da Vindral, mostra a chave de ingestão.',
  },
  trovo: {
    keyHint: '“Trovo Studio > My Channel > Stream”: copie a chave de transmissão.',
  },
  steam: {
    keyHint: 'A página de envio de transmissão da sua conta Steam mostra a sua chave.',
  },
  picarto: {
    keyHint: '“Dashboard > Stream settings”: copie a chave de transmissão.',
  },
  chzzk: {
    keyHint: '“CHZZK Studio > Broadcast settings”: copie a chave de transmissão.',
  },
  bilibili: {
    keyHint:
      'A central de transmissões mostra o endereço e a chave. Copie a chave inteira, inclusive a parte longa no final.',
  },
  'api-video': {
    keyHint: '“Live Streams”: a transmissão mostra a chave dela.',
  },
  dlive: {
    keyHint: '“Dashboard > Stream settings”: copie a chave de transmissão.',
  },
  uscreen: {
    keyHint: 'A página do evento, na sua área de administração do Uscreen, mostra a chave.',
  },
  sympla: {
    keyHint: 'A página do evento online, na sua conta de organizador, mostra a chave.',
  },
  onlyfans: {
    keyHint: '“Settings > Streaming”: copie a chave.',
  },
  rumble: {
    keyHint: 'A página de configuração da transmissão mostra o endereço e a chave.',
    notes: ['A página de configuração lista os limites.'],
  },
  telegram: {
    keyHint:
      'Inicie uma transmissão ao vivo no canal e escolha “Stream with other apps”: copie o endereço do servidor e a chave.',
  },
  peertube: {
    keyHint: '“Publish > Go live”: a página do vídeo mostra o endereço e a chave.',
    notes: [
      'Servidor próprio: o dono define os limites. Você pode adicionar a autoridade de certificação do servidor ao destino.',
    ],
  },
  owncast: {
    keyHint: '“Admin page > Configuration > Server setup”: copie uma chave de transmissão.',
    notes: ['Servidor próprio: o dono define os limites. Troque a chave padrão.'],
  },
  'nginx-rtmp': {
    keyHint: 'Qualquer nome serve, a menos que o servidor verifique as chaves.',
    notes: [
      'A aplicação e a chave podem ter até 255 bytes cada. TLS precisa de um proxy na frente do servidor.',
    ],
  },
  relay: {
    keyHint:
      '“Enviar por um servidor intermediário” cria o endereço e a chave junto com os arquivos do servidor.',
    notes: [
      'O servidor intermediário encaminha a sua transmissão sem mudanças. Por isso, o Upcast verifica a codificação para cada serviço depois dele.',
    ],
  },
  mediamtx: {
    keyHint: 'O caminho é a aplicação e a chave juntas. Adicione usuário e senha se o servidor exigir.',
  },
  srs: {
    keyHint: 'Qualquer nome serve, a menos que o servidor verifique as chaves.',
  },
  'node-media-server': {
    keyHint: 'Qualquer nome serve. Adicione uma assinatura no final se o servidor verificar uma.',
  },
};
