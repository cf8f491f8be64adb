/** What became of each thing in a scene collection of OBS, as `live` prints it. */
import type { ReportEntry, ReportReason, ReportSubject } from '../../../obs-collection/report.ts';
import { format } from '../format.ts';
import { transitions } from '../studio/scenes.ts';

const subjects: Readonly<Record<ReportSubject, string>> = {
  collection: 'Coleção',
  scene: 'Cena',
  group: 'Grupo',
  source: 'Fonte',
  item: 'Fonte',
  filter: 'Filtro',
  transition: 'Transição',
  setting: 'Configuração',
};

const parts: ReadonlyMap<string, string> = new Map([
  ['file', 'texto de um arquivo'],
  ['box', 'caixa de texto de tamanho fixo'],
  ['verticalAlign', 'alinhamento vertical'],
  ['files', 'alguns de seus arquivos'],
  ['speed', 'sua velocidade original (o mínimo é 25%)'],
  ['colorRange', 'sua gama de cores'],
  ['linearAlpha', 'alfa linear'],
  ['options', 'opções do FFmpeg'],
  ['subtitles', 'legendas'],
  ['gain', 'seu ganho original (o máximo é 12 dB)'],
  ['syncOffset', 'seu ajuste de sincronia original (de −950 ms a 2 s)'],
  ['pushToMute', 'pressionar para silenciar'],
  ['suppression', 'seu método de supressão de ruído (o Upcast usa RNNoise)'],
  ['outputGain', 'ganho de saída'],
  ['sideChain', 'sua fonte de sidechain'],
  ['longDelay', 'seu atraso original (o máximo é 500 ms)'],
  ['maskColour', 'a cor da máscara'],
]);

const partList = ({ details }: ReportEntry): string =>
  format.list(
    String(details['parts'] ?? '')
      .split(' ')
      .map((part) => parts.get(part) ?? part),
  );
const maximum = ({ details }: ReportEntry): string => format.number(Number(details['maximum']));
/** A source as it stands in a scene has the same name as the source itself: the scene tells them apart. */
function about({ subject, name, details }: ReportEntry): string {
  const { count } = details;
  const things =
    count === undefined
      ? subjects[subject]
      : format.count(Number(count), { one: 'fonte', many: 'de fontes', other: 'fontes' });
  const what = name === '' ? things : `${subjects[subject]} “${name}”`;
  if (subject !== 'item') return what;
  return details['scene'] === undefined ? `${what} em uma cena` : `${what} em “${String(details['scene'])}”`;
}

const device = ({ details }: ReportEntry): string => {
  const name = String(details['device'] ?? '');
  return name === '' ? '' : ` (${name})`;
};

const transitionKinds: ReadonlyMap<unknown, string> = new Map(Object.entries(transitions.kinds));

const reasons: Readonly<Record<ReportReason, (entry: ReportEntry) => string>> = {
  renamed: ({ details }) => `agora se chama “${String(details['to'])}”, porque o nome já estava em uso`,
  missing: () => 'não foi possível importar, porque o arquivo não contém aquilo a que faz referência',
  canvasGuessed: ({ details }) =>
    `posições para um canvas de ${String(details['width'])} × ${String(details['height'])}, porque o arquivo não informa o tamanho do canvas`,
  newerVersion: () => 'vem de uma versão mais nova do OBS, por isso parte dela pode parecer diferente',
  currentSceneMissing: () => 'começa com a primeira cena, porque a cena atual não está no arquivo',
  cycle: () => 'não foi possível importar, porque a cena conteria a si mesma',
  tooDeep: () => 'não foi possível importar, porque há cenas aninhadas demais',
  tooMany: (entry) => `não foi possível importar, porque o limite de ${maximum(entry)} já foi atingido`,
  otherCanvas: ({ details }) => `no canvas principal em vez de “${String(details['canvas'])}”`,
  kindUnknown: ({ kind }) =>
    kind === ''
      ? 'não foi possível importar, porque o Upcast não reconhece o tipo'
      : `não foi possível importar, porque o Upcast não reconhece “${kind}”`,
  kindLater: ({ details }) =>
    details['host'] === undefined
      ? 'não foi possível importar, porque o Upcast ainda não aceita este tipo'
      : `não foi possível importar, porque o Upcast ainda não aceita este tipo (endereço: ${String(details['host'])})`,
  chooseDevice: (entry) => `escolha o dispositivo de novo${device(entry)}`,
  chooseScreen: (entry) => `escolha a tela de novo${device(entry)}`,
  chooseApplication: (entry) => `escolha o aplicativo de novo${device(entry)}`,
  chooseWindow: (entry) => `escolha a janela de novo${device(entry)}`,
  ownSound: () => 'sem o áudio; adicione o áudio do dispositivo como microfone',
  textParts: (entry) => `sem ${partList(entry)}`,
  filterParts: (entry) => `sem ${partList(entry)}`,
  mediaParts: (entry) => `sem ${partList(entry)}`,
  scaleFilter: ({ details }) => `redimensiona com o filtro bicúbico em vez de “${String(details['filter'])}”`,
  ownTransitions: () => 'com as transições de mostrar e ocultar mais parecidas',
  noFile: () => 'não foi possível importar, porque não aponta para um arquivo deste computador',
  networkFile: () => 'não foi possível importar, porque o arquivo está em outro computador',
  audioParts: (entry) => `sem ${partList(entry)}`,
  pushKey: () =>
    'no mudo, porque o Upcast não conseguiu importar a tecla de pressionar para falar; defina uma tecla e reative o som',
  hiddenSound: () => 'no mudo, porque fica oculta em todas as cenas',
  filterSilent: () => 'não foi possível importar, porque a fonte não tem áudio no Upcast',
  transitionNearest: ({ details: { as } }) => `usa a mais parecida: ${transitionKinds.get(as) ?? String(as)}`,
  transitionSettings: () => 'veio com as configurações mais parecidas',
  transitionGuessed: () => 'veio como esmaecimento, porque o Upcast não reconhece o nome',
  notOurs: () => 'não foi possível importar, porque pertence ao OBS ou a um plugin',
};

export const obsImport = {
  summary: (taken: number, partly: number, left: number) =>
    `Importação do OBS: ${format.number(taken)} sem mudanças, ${format.number(partly)} com mudanças, ${format.number(left)} sem importar.`,
  entry: (entry: ReportEntry) => {
    const { reason } = entry;
    return `${about(entry)}: ${reason === undefined ? 'sem mudanças' : reasons[reason](entry)}.`;
  },
};
