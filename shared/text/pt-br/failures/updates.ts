/** Updates: the dialog, the notices, and what can go wrong. */
import type { PackageKind } from '../../../updates/update-state.ts';

/** Where the newer version comes from, for packages that don't update themselves. */
const sources: Readonly<Record<PackageKind, string>> = {
  installer: '',
  mac: '',
  appimage: '',
  deb: 'Instale com o seu gerenciador de pacotes ou baixe o .deb na página de versões do Upcast.',
  rpm: 'Instale com o seu gerenciador de pacotes ou baixe o .rpm na página de versões do Upcast.',
  flatpak: 'Instale com a sua central de programas ou execute: flatpak update',
  snap: 'Instale com a sua central de programas ou execute: snap refresh',
  folder: 'Baixe na página de versões do Upcast.',
};

export const updates = {
  menu: 'Buscar atualizações…',
  title: 'Atualizações',
  version: (version: string) => `Upcast ${version}`,

  off: 'Esta compilação não busca atualizações.',
  idle: 'O Upcast ainda não buscou atualizações.',
  newest: 'Você tem a versão mais recente.',
  checking: 'Buscando atualizações…',
  available: (version: string) => `O Upcast ${version} está disponível.`,
  source: (kind: PackageKind) => sources[kind],
  waiting: (version: string) =>
    `O Upcast ${version} está disponível. O download começa quando você não estiver ao vivo nem gravando.`,
  downloading: (version: string, percent: number) => `Baixando o Upcast ${version}: ${percent}%`,
  ready: (version: string) => `O Upcast ${version} está pronto para instalar.`,
  readyWhileBusy: 'Você pode reiniciar quando não estiver ao vivo nem gravando.',
  installing: 'Reiniciando…',

  check: 'Buscar agora',
  restart: 'Reiniciar e atualizar',
  whatsNew: 'Novidades',
  noNotes: 'Esta versão veio sem notas.',
  automatic: 'Buscar atualizações automaticamente',
  automaticHint:
    'O Upcast pergunta ao servidor de atualizações qual é a versão mais recente e não envia nada sobre você.',
  channel: 'Canal de atualização',
  channels: { stable: 'Estável', beta: 'Beta' },

  installed: (version: string) => `O Upcast foi atualizado para ${version}.`,
  goBack: (version: string) =>
    `Para voltar, instale o Upcast ${version} de novo. As configurações de antes da atualização estão na pasta before-update, dentro da pasta de configurações do Upcast.`,
};
