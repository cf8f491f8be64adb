/** Updates: the dialog, the notices, and what can go wrong. */
import type { PackageKind } from '../../../updates/update-state.ts';

/** Where the newer version comes from, for packages that don't update themselves. */
const sources: Readonly<Record<PackageKind, string>> = {
  installer: '',
  mac: '',
  appimage: '',
  deb: 'Instálala con tu gestor de paquetes o descarga el .deb de la página de versiones de Upcast.',
  rpm: 'Instálala con tu gestor de paquetes o descarga el .rpm de la página de versiones de Upcast.',
  flatpak: 'Instálala con tu centro de software o ejecuta: flatpak update',
  snap: 'Instálala con tu centro de software o ejecuta: snap refresh',
  folder: 'Descárgala de la página de versiones de Upcast.',
};

export const updates = {
  menu: 'Buscar actualizaciones…',
  title: 'Actualizaciones',
  version: (version: string) => `Upcast ${version}`,

  off: 'Esta compilación no busca actualizaciones.',
  idle: 'Upcast aún no ha buscado actualizaciones.',
  newest: 'Tienes la versión más reciente.',
  checking: 'Buscando actualizaciones…',
  available: (version: string) => `Upcast ${version} está disponible.`,
  source: (kind: PackageKind) => sources[kind],
  waiting: (version: string) =>
    `Upcast ${version} está disponible. Upcast la descarga cuando no estés en directo ni grabando.`,
  downloading: (version: string, percent: number) => `Descargando Upcast ${version}: ${percent}%`,
  ready: (version: string) => `Upcast ${version} ya se puede instalar.`,
  readyWhileBusy: 'Puedes reiniciar cuando no estés en directo ni grabando.',
  installing: 'Reiniciando…',

  check: 'Buscar ahora',
  restart: 'Reiniciar y actualizar',
  whatsNew: 'Novedades',
  noNotes: 'Esta versión no incluye notas.',
  automatic: 'Buscar actualizaciones automáticamente',
  automaticHint:
    'Upcast pregunta a su servidor de actualizaciones por la versión más reciente y no envía nada sobre ti.',
  channel: 'Canal de actualización',
  channels: { stable: 'Estable', beta: 'Beta' },

  installed: (version: string) => `Upcast se actualizó a la versión ${version}.`,
  goBack: (version: string) =>
    `Para volver atrás, instala de nuevo Upcast ${version}. Tu configuración anterior a la actualización está en la carpeta before-update, dentro de la carpeta de configuración de Upcast.`,
};
