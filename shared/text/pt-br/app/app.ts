/** The items of the menu that every program has, and the choice of the language. */
export const appMenu = {
  edit: 'Editar',
  undo: 'Desfazer',
  redo: 'Refazer',
  cut: 'Recortar',
  copy: 'Copiar',
  paste: 'Colar',
  pasteAsText: 'Colar sem formatação',
  delete: 'Excluir',
  selectAll: 'Selecionar tudo',
  actualSize: 'Tamanho real',
  zoomIn: 'Ampliar',
  zoomOut: 'Reduzir',
  fullScreen: 'Tela cheia',
  developerTools: 'Ferramentas do desenvolvedor',
  close: 'Fechar janela',
  quit: 'Sair do Upcast',
  about: 'Sobre o Upcast',
  services: 'Serviços',
  hide: 'Ocultar Upcast',
  hideOthers: 'Ocultar outros',
  showAll: 'Mostrar tudo',
  window: 'Janela',
};

export const languageSettings = {
  label: 'Idioma',
  /** What the system prefers, by its own name. */
  system: (language: string) => `Padrão do sistema (${language})`,
  reload: 'O Upcast recarrega a janela ao salvar.',
  busy: 'Você pode mudar o idioma quando não estiver ao vivo nem gravando.',
};

/** For those who hear the messages at the edge of the window. `{hotkey}` stays as it is. */
export const toasts = {
  list: 'Notificações ({hotkey})',
  one: 'Notificação',
};
