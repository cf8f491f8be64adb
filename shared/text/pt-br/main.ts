/** What the app's own dialogs and menus say, outside the window. */
export const main = {
  appName: 'Upcast',
  fileMenu: 'Arquivo',
  viewMenu: 'Exibir',
  menu: { settings: 'Configurações…', pastStreams: 'Transmissões anteriores', guide: 'Guia do Upcast' },
  cancel: 'Cancelar',
  close: 'Fechar',

  /** Outside the window, while it isn't in front. */
  notices: {
    live: 'Ao vivo',
    /** On the icon in macOS' dock. */
    liveBadge: 'AO VIVO',
    reconnecting: (name: string) => `Reconectando com ${name}`,
    failed: (name: string) => `Parou de transmitir para ${name}`,
    ended: 'A transmissão terminou',
    interrupted: 'A transmissão foi interrompida',
    recordingStopped: 'A gravação parou',
  },

  startFailed: 'O Upcast não consegue iniciar.',
  startFailedAction:
    'Verifique se o disco não está cheio e se o Upcast pode gravar na pasta de configurações. Depois, abra o Upcast de novo.',

  faultTitle: 'O Upcast precisa fechar.',
  faultDetail:
    'Algo deu errado no Upcast. Se você estava ao vivo, a transmissão terminou. Se estava gravando, a gravação foi salva. Abra o Upcast de novo para continuar.',

  liveTitle: 'Você está ao vivo.',
  liveDetail: 'Fechar o Upcast encerra a transmissão.',
  endAndClose: 'Encerrar e fechar',
  keepStreaming: 'Continuar transmitindo',

  windowFailsTitle: 'A janela do Upcast falha repetidamente.',
  windowFailsDetail:
    'O Upcast recarregou a janela três vezes em um minuto. Recarregue de novo ou feche o Upcast.',
  windowFailsLiveDetail:
    'O Upcast recarregou a janela três vezes em um minuto. A transmissão não recebe vídeo novo até você recarregar a janela.',
  reloadWindow: 'Recarregar janela',
  closeApp: 'Fechar o Upcast',

  trustTitle: (host: string, destination: string) => `Permitir ${host} para ${destination}?`,
  trustDetail: (url: string, host: string) =>
    `${url} quer redirecionar esta transmissão para ${host}. A sua chave de transmissão também iria para lá. Permita só se você confia em ${host}.`,
  trustAllow: 'Permitir',
  trustRefuse: 'Não permitir',

  directTitle: 'Conectar sem proxy?',
  directDetail: 'Vale para todos os destinos que não têm a própria configuração de proxy.',
  directConfirm: 'Conectar diretamente',
  proxyTitle: (host: string, port: number) => `Conectar pelo proxy ${host}, porta ${port}?`,
  proxyDetail:
    'Vale para todos os destinos que não têm a própria configuração de proxy. O proxy pode ler a chave de transmissão em conexões rtmp://; rtmps:// a protege.',
  proxyConfirm: 'Usar este proxy',
  systemProxyTitle: 'Conectar pelo proxy do sistema?',
  systemProxyConfirm: 'Usar o proxy do sistema',

  importTitle: 'Importar destinos',
  importButton: 'Importar',
  importFilter: 'Destinos e listas de endereços',
  allFiles: 'Todos os arquivos',
  exportTitle: 'Exportar destinos',
  exportFilter: 'Destinos do Upcast',
  imageTitle: 'Escolher uma imagem',
  imageFilter: 'Imagens',
  mediaTitle: 'Escolher arquivos de mídia',
  mediaFilter: 'Vídeo e áudio',
  stingerTitle: 'Escolher um vídeo de stinger',
  slidesTitle: 'Escolher imagens para os slides',
  maskTitle: 'Escolher uma imagem para a máscara',
  lutTitle: 'Escolher uma LUT',
  lutFilter: 'Arquivos LUT (.cube)',
  textTitle: 'Escolher um arquivo de texto',
  textFilter: 'Arquivos de texto',
  collectionTitle: 'Importar coleção',
  collectionFilter: 'Coleções do Upcast e do OBS',
  copyFolderTitle: 'Escolher onde guardar os arquivos da coleção',
  searchFolderTitle: 'Escolher uma pasta para procurar os arquivos que faltam',
  exportCollectionTitle: 'Exportar coleção',
  exportCollectionButton: 'Exportar',
  relayFolderTitle: 'Escolher uma pasta para os arquivos do servidor intermediário',
};
