/** The window as a whole: its parts, faults, what the start came across. */

export const window = {
  name: 'Upcast',
  sourcesColumn: 'Cenas, fontes e áudio',
  destinations: 'Destinos',
  bottom: 'Gráfico e eventos',
  bottomTabs: 'Gráfico ou eventos',
  bitrate: 'Taxa de bits',
  events: 'Eventos',

  oldElectron: 'Electron desatualizado',
  oldElectronText: (version: string) =>
    `Electron ${version} desatualizado: só para desenvolvimento. Faltam correções de segurança nesta versão, por isso não transmita com ela.`,

  noEvents: 'Os eventos aparecerão aqui.',
  event: (destination: string, text: string) => `${destination}: ${text}`,
};

/** What many parts of the window say. */
export const common = {
  cancel: 'Cancelar',
  close: 'Fechar',
  dismiss: 'Dispensar',
  done: 'Concluído',
  save: 'Salvar',
  saving: 'Salvando…',
  undo: 'Desfazer',
  /** A button's name with its shortcut. */
  withShortcut: (label: string, shortcut: string) => `${label}  ${shortcut}`,
};

export const faults = {
  windowTitle: 'O Upcast não consegue mostrar a janela.',
  onAir: 'A transmissão continua no ar. Recarregar a janela interrompe o vídeo por um momento.',
  offAir: 'Você não está ao vivo. Recarregue a janela. Se acontecer de novo, reinicie o Upcast.',
  cannotEnd: 'Não foi possível encerrar a transmissão. Feche o Upcast para encerrá-la.',
  reload: 'Recarregar janela',

  part: (name: string) =>
    `Não é possível mostrar esta parte (${name}): algo deu errado no Upcast. A transmissão não é afetada.`,
  showAgain: 'Mostrar de novo',

  formTitle: 'O Upcast não consegue mostrar este formulário.',
  formText: 'Algo deu errado no Upcast. Nada mudou e a transmissão não é afetada.',
};

export const startNotices = {
  unread:
    'O Upcast não conseguiu ler parte das suas configurações salvas. Revise os destinos e as configurações antes de transmitir.',
  nothingDeleted: (reasons: string) => `${reasons} O Upcast não excluiu nada.`,
  passwordKeptForRun:
    'Não foi possível salvar uma senha de servidor. O Upcast a guarda só até você sair. Desbloqueie o chaveiro para salvá-la.',
  passwordInFile:
    'Uma senha de servidor ainda está salva sem criptografia. Desbloqueie o chaveiro e reinicie o Upcast para criptografá-la.',
};
