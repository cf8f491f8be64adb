/** What nginx can't forward to, and how to set up a relay; also written to a file beside its configuration. */
import { endSentence } from '../../end-sentence.ts';

export const relayRefusals = {
  badAddress: (reason: string) => endSentence(`O Upcast não pode usar o endereço ou a chave: ${reason}`),
  tunnel: 'O nginx não aceita RTMP sobre HTTP.',
  flows: 'O nginx não aceita RTMFP.',
  signIn: 'O destino precisa de usuário e senha, que o nginx não consegue enviar.',
  noApplication: 'O nginx precisa de uma aplicação no endereço, e este endereço não tem nenhuma.',
  noKey: 'O destino não tem chave de transmissão.',
  longKey: 'A chave de transmissão é longa demais para o nginx.',
  badHost: 'O nginx não consegue procurar o nome de host.',
  numericHost: 'O nginx verifica os certificados pelo nome de host, mas este endereço é um endereço IP.',
  pin: 'O nginx não consegue verificar um certificado fixado.',
};

export const relayGuide = {
  install: 'Instalar',
  installText: 'Instale o nginx com os módulos RTMP e stream. No Debian e no Ubuntu:',
  copy: 'Copiar',
  copyText: (folder: string) =>
    `Copie a pasta inteira para ${folder} no servidor e deixe-a legível só para o root. A pasta keys/ contém as suas chaves de transmissão.`,
  check: 'Verificar os arquivos',
  start: 'Iniciar',
  stop: 'Parar ou recarregar',
  stopText:
    'O nginx só procura os nomes de host quando carrega a configuração. Recarregue o nginx se um serviço mudar de endereço.',
  send: 'Transmitir para o servidor intermediário',
  sendText: (url: string) =>
    `O Upcast transmite para ${url} com a chave própria do servidor intermediário. O nginx encaminha a transmissão enquanto o Upcast a envia.`,
  readmeTitle: 'Servidor intermediário: entra uma transmissão, sai uma para cada destino.',
  readmeWarning: 'keys/ contém chaves de transmissão sem criptografia. Não compartilhe esta pasta.',
};
