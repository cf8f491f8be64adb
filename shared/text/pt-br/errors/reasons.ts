/** What exactly went wrong, where an error's code alone is too coarse. One sentence each. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import { isErrorReason } from '../../../errors/error-reasons.ts';
import { endSentence } from '../../end-sentence.ts';
import type { ErrorReason } from '../../../errors/error-reasons.ts';

type Sentence = string | ((details: ErrorDetails) => string);

/** Values come from outside too: one that is missing leaves a gap, never a failure. */
const say = (details: ErrorDetails, name: string): string => String(details[name] ?? '');

const diskCauses: ReadonlyMap<unknown, string> = new Map([
  ['full', 'o disco está cheio'],
  ['readOnly', 'o disco é somente leitura'],
  ['fault', 'o disco relatou um erro'],
  ['notAllowed', 'o Upcast não tem permissão para gravar ali'],
]);

function diskCause(details: ErrorDetails): string {
  const { disk, systemCode } = details;
  return diskCauses.get(disk) ?? (systemCode === undefined ? 'o disco relatou um erro' : String(systemCode));
}

/** While the saved keys stay where they are. */
export const KEPT_UNTIL_QUIT = 'Se você digitar chaves agora, o Upcast as guarda só até você sair.';

const reasons: Readonly<Record<ErrorReason, Sentence>> = {
  streamRunning: 'Já há uma transmissão em andamento.',
  nothingLive: 'Você não está ao vivo.',
  streamEnding: 'A transmissão está sendo encerrada.',
  notWaiting: 'Este destino não está esperando para reconectar.',
  notRetrying: 'Este destino não está reconectando.',
  noBackupNow: 'Este destino não pode mudar para o servidor reserva agora.',
  destinationNotLive: 'Este destino não está ao vivo.',
  destinationUnknown: 'Este destino não existe mais.',
  sceneUnknown: 'Esta cena não existe mais.',
  sourceUnknown: 'Esta fonte não existe mais.',
  itemUnknown: 'Esta fonte não está mais na cena.',
  canvasUnknown: 'Este canvas não existe mais.',
  studioModeOff: 'O modo estúdio está desativado. Ative-o primeiro.',
  lastScene: 'Você não pode remover a sua única cena. Adicione outra primeiro.',
  sceneInItself: 'Uma cena não pode conter a si mesma.',
  notAGroup: 'Esta fonte não é um grupo.',
  sourceWithoutVideo: 'Esta fonte não tem vídeo.',
  tooManyScenes: (details) => `Você atingiu o máximo de ${say(details, 'maximum')} cenas.`,
  tooManySources: (details) => `Você atingiu o máximo de ${say(details, 'maximum')} fontes.`,
  tooManyItems: (details) => `Esta cena atingiu o máximo de ${say(details, 'maximum')} fontes.`,
  filterUnknown: 'Este filtro não existe mais.',
  tooManyFilters: (details) => `Você atingiu o máximo de ${say(details, 'maximum')} filtros aqui.`,
  filterMisplaced: 'Filtros de áudio ficam em um canal do mixer; os de vídeo, em uma fonte ou cena.',
  channelUnknown: 'Este canal não está mais no mixer.',
  channelThere: 'Esta fonte já está no mixer.',
  sourceWithoutAudio: 'Esta fonte não tem áudio.',
  fileOnNetwork:
    'O Upcast não pode abrir arquivos de um caminho de rede. Mapeie a pasta de rede para uma letra de unidade ou copie o arquivo para este computador.',
  fileNotChosen: 'O Upcast só abre arquivos que você mesmo escolheu. Escolha o arquivo de novo.',
  nothingToUndo: 'Não há nada para desfazer.',
  nothingToRedo: 'Não há nada para refazer.',
  tooManyMedia: (details) =>
    `Você atingiu o máximo de ${say(details, 'maximum')} fontes de mídia abertas. Pare uma primeiro.`,
  noUpdate: 'Não há atualização para instalar.',
  updateWhileLive: 'Você está ao vivo ou gravando. Atualize quando terminar.',
  restartWhileLive: 'Você está ao vivo ou gravando. Reinicie quando terminar.',
  noWindow: 'A janela do Upcast está carregando. Tente de novo.',
  pageNotTyped: 'O Upcast só abre páginas cujo endereço você digitou. Digite o endereço de novo.',
  alreadyRecording: 'O Upcast já está gravando.',
  notRecording: 'O Upcast não está gravando.',
  recordingEnding: 'O Upcast ainda está salvando a última gravação.',
  recordingFolderFailed: (details) => `Não foi possível criar a pasta ${say(details, 'folder')}.`,
  diskFull: 'O disco está cheio.',
  diskTooSlow: 'O disco é lento demais para esta gravação.',
  folderMissing: 'A pasta de gravação não existe.',
  folderProtected: 'O Windows não deixou o Upcast gravar na pasta de gravação.',
  folderReadOnly: 'O Upcast não consegue gravar na pasta de gravação.',
  fileNameTooLong: 'O nome da gravação é longo demais para este disco.',
  driveSilent: 'O disco de gravação não responde.',
  tooManyRecordings: 'Há gravações demais com este nome. Mude o nome do arquivo em Configurações.',
  filesTooSmall:
    'Este disco não aceita arquivos tão grandes quanto uma gravação. Escolha uma pasta em outro disco.',
  notWritten: (details) =>
    details['systemCode'] === undefined
      ? 'Não foi possível salvar a gravação.'
      : `O sistema relatou o erro ${say(details, 'systemCode')}.`,
  notAcknowledged: (details) => `O servidor não recebeu nada por ${say(details, 'seconds')} s.`,
  notAnswered: (details) => `O servidor não respondeu por ${say(details, 'seconds')} s.`,
  nothingTaken: (details) => `A conexão ficou parada por ${say(details, 'seconds')} s.`,
  serverAnswersOthers: 'A conexão parou, mas o servidor ainda aceita novas conexões.',
  computerSlept: (details) => `Este computador ficou suspenso por ${say(details, 'seconds')} s.`,
  addressLost: 'O endereço de rede deste computador mudou.',
  tooSlowForAudio: 'A conexão é lenta demais até para o áudio.',
  publishTimeout: 'O servidor não aceitou a transmissão a tempo.',
  closedHere: 'O Upcast fechou a conexão.',
  gaveUp: 'Você interrompeu as tentativas.',
  testWhileLive: 'Não é possível testar durante uma transmissão: o teste tiraria banda dela.',
  tooManyDestinations: (details) =>
    `Seriam ${say(details, 'count')} destinos. O máximo é ${say(details, 'maximum')}. Escolha menos.`,
  keyMissing: (details) => `${say(details, 'name')} precisa de uma chave de transmissão.`,
  keyOfOtherServer:
    'O servidor ou as configurações de certificado dele mudaram, por isso o Upcast não reutilizará a chave e a senha salvas.',
  keyReadByProxy:
    'A conexão com este servidor não é criptografada, por isso o novo proxy poderia ler a chave salva.',
  relayFolderIsLink: (details) => `${say(details, 'file')} é um link, não uma pasta. Escolha outra pasta.`,
  relayFolderIsOpen:
    'No Windows, a pasta do servidor intermediário precisa ficar na sua pasta de usuário. Em outro lugar, outros usuários poderiam ler as chaves de transmissão. Escolha outra pasta.',
  relayFolderFailed: 'Não foi possível criar a pasta do servidor intermediário.',
  relayNotWritten: 'Salve primeiro os arquivos do servidor intermediário.',
  exportTooLarge: 'O arquivo seria grande demais para importar. Exporte menos destinos.',
  fileNotOpen: 'O arquivo não está mais aberto. Escolha-o de novo.',
  fileNotSaved: 'Não foi possível salvar o arquivo.',
  screenGone: (details) =>
    details['label'] === undefined
      ? 'A tela selecionada não está conectada.'
      : `A tela “${say(details, 'label')}” não está conectada.`,
  noScreen: 'Não há tela para capturar.',
  screensUnlisted: 'Não foi possível listar as telas.',
  windowGone: (details) => `A janela “${say(details, 'label')}” não está aberta.`,
  windowsAlike: (details) => `Há ${say(details, 'count')} janelas com o nome “${say(details, 'label')}”.`,
  windowUntitled:
    'A janela que você selecionou não tem título, por isso o Upcast não consegue encontrá-la de novo.',
  captureTargetGone: 'A janela ou tela capturada não existe mais.',
  captureAskedAnew:
    'O seu ambiente de trabalho pergunta qual tela ou janela compartilhar sempre que o Upcast inicia.',
  applicationAudioElsewhere: 'O Upcast consegue capturar o áudio de um só aplicativo apenas no Linux.',
  soundToolsMissing: 'Capturar o áudio de um só aplicativo exige pactl e parec, que não estão instalados.',
  soundServerSilent: 'Não é possível acessar o PulseAudio ou o PipeWire.',
  portTaken: (details) => `Outro aplicativo está usando a porta ${say(details, 'port')}.`,
  portUnusable: (details) =>
    `Não é possível usar a porta ${say(details, 'port')} (${say(details, 'systemCode')}).`,
  ffmpegMissing: 'FFmpeg não encontrado. Instale o FFmpeg.',
  ffmpegBroken:
    'A cópia do FFmpeg para a qual UPCAST_FFMPEG aponta não roda. Corrija o caminho ou remova UPCAST_FFMPEG para que o Upcast encontre o FFmpeg sozinho.',
  fileIsFolder: 'Isto é uma pasta. Escolha um arquivo de mídia dentro dela.',
  fileEmpty: 'O arquivo está vazio.',
  fileUnnamed: 'Nenhum arquivo escolhido.',
  fileMissing: (details) => `${say(details, 'path')} não existe.`,
  fileNotAllowed: (details) => `Você não tem permissão para ler ${say(details, 'path')}.`,
  fileLinkLoop: (details) => `${say(details, 'path')} é um link para si mesmo.`,
  fileNotOpened: (details) => `Não foi possível abrir ${say(details, 'path')}.`,
  fileNotRead: 'Não foi possível ler o arquivo.',
  fileNoMedia: 'O arquivo não tem vídeo nem áudio.',
  fileNoVideo: 'O arquivo não tem vídeo.',
  fileIndexMissing: 'Falta o índice do arquivo. A gravação provavelmente foi cortada.',
  fileFormatRefused: 'O Upcast não pode abrir arquivos neste formato.',
  fileNotMedia: 'O FFmpeg não encontrou vídeo no arquivo.',
  fileCodecNotCarried: (details) =>
    `O vídeo do arquivo é ${say(details, 'codec')}, que o RTMP não transporta. Converta o arquivo para H.264 antes.`,
  fileCodecNeedsFfmpeg: (details) =>
    `O vídeo do arquivo é ${say(details, 'codec')}, que precisa do FFmpeg 6.1 ou posterior. Você tem o FFmpeg ${say(details, 'version')}.`,
  fileFrameTimeout: 'Nenhum quadro de vídeo chegou do arquivo a tempo.',
  fileNotPlain: (details) => `${say(details, 'path')} não é um arquivo que o Upcast possa ler.`,
  fileTooLarge: (details) => `${say(details, 'path')} tem mais de ${say(details, 'megabytes')} MB.`,
  fileSilent: 'O disco com o arquivo não responde.',
  ffmpegStopped: 'O FFmpeg parou de ler o arquivo.',
  ffmpegSaid: (details) => endSentence(`O FFmpeg não conseguiu ler o arquivo: ${say(details, 'words')}`),
  ffmpegNotStarted: 'O FFmpeg não iniciou.',
  settingsAside: (details) =>
    `O seu arquivo de configurações está danificado, por isso o Upcast iniciou com as configurações padrão. O Upcast guardou o arquivo danificado como ${say(details, 'file')}.`,
  settingsStuck: (details) =>
    `${say(details, 'file')} está danificado e o Upcast não conseguiu tirá-lo do caminho. O Upcast não salvará mudanças até você renomear o arquivo e reiniciar o Upcast.`,
  settingsUnread: (details) => `Não foi possível ler as configurações salvas em ${say(details, 'file')}.`,
  settingsBusy: 'Outra cópia do Upcast está salvando as configurações. Tente de novo daqui a pouco.',
  keysAside: (details) =>
    `O chaveiro não conseguiu abrir as chaves de transmissão salvas. Digite as chaves de novo. O Upcast guardou o arquivo antigo como ${say(details, 'file')}.`,
  keysStuck: (details) =>
    `O chaveiro não conseguiu abrir as chaves de transmissão salvas, e o Upcast não conseguiu tirar ${say(details, 'file')} do caminho. ${KEPT_UNTIL_QUIT}`,
  keysUnread: (details) =>
    `Não foi possível abrir as chaves de transmissão salvas em ${say(details, 'file')}.`,
  keysFileLocked: (details) =>
    `Não foi possível ler ${say(details, 'file')}. As suas chaves de transmissão continuam salvas ali.`,
  keychainRefused:
    'O chaveiro não conseguiu abrir as chaves de transmissão salvas. As chaves continuam salvas.',
  keychainNotWritten:
    'O chaveiro não conseguiu criptografar as chaves de transmissão, por isso o Upcast as guarda só até você sair.',
  addressSecretHeld: (details) =>
    `O Upcast removeu uma senha ou um token do arquivo de configurações. O dado estava no endereço do servidor de ${say(details, 'names')}. Sem chaveiro, o Upcast o guarda só até você sair. Depois disso, cole o endereço completo de novo.`,
  addressSecretInFile:
    'Um endereço de servidor contém uma senha ou um token que o Upcast não conseguiu criptografar. O dado continua no arquivo de configurações.',
  notSaved: (details) => `Não foi possível salvar ${say(details, 'file')}: ${diskCause(details)}.`,
  reportsNotChanged: (details) => `Não foi possível atualizar os relatórios salvos: ${diskCause(details)}.`,
  authorityNotPem:
    'A autoridade de certificação não está em formato PEM. Ela deve começar com BEGIN CERTIFICATE e terminar com END CERTIFICATE.',
  authorityUnreadable:
    'Não foi possível ler a autoridade de certificação. O certificado pode estar incompleto ou danificado.',
  keyTooLong: (details) =>
    `A chave de transmissão é longa demais. O máximo é de ${say(details, 'maximumBytes')} bytes.`,
  addressTooLong: (details) =>
    `O endereço do servidor é longo demais. O máximo é de ${say(details, 'maximumBytes')} bytes.`,
  codecFixed: (details) =>
    `Não é possível mudar de ${say(details, 'from')} para ${say(details, 'to')} ao vivo. Encerre a transmissão primeiro.`,
  imageUnknown: 'Este arquivo não é uma imagem que o Upcast possa mostrar.',
  imageDamaged: 'O arquivo de imagem está danificado ou incompleto.',
  imageTooLarge: (details) =>
    `A imagem é grande demais: ${say(details, 'width')} × ${say(details, 'height')} pixels.`,
  imageTooManyFrames: (details) => `A animação tem quadros demais: ${say(details, 'frames')}.`,
  imageTooComplex: 'A imagem SVG demora demais para ser desenhada.',
  pageAddressBad: 'O endereço da página deve começar com http:// ou https://.',
  pageAddressMissing: 'O endereço desta página não está salvo neste computador. Digite-o de novo.',
  pageNotLoaded: (details) =>
    `Não é possível carregar a página de ${say(details, 'host')} (${say(details, 'cause')}).`,
  pageAnswered: (details) =>
    `Não é possível carregar a página de ${say(details, 'host')}: HTTP ${say(details, 'status')}.`,
  pageCrashed: (details) => `A página de ${say(details, 'host')} falhou.`,
  pageClosed: (details) => `A página de ${say(details, 'host')} se fechou sozinha.`,
  pageHung: (details) =>
    `A página de ${say(details, 'host')} parou de responder, por isso o Upcast a fechou.`,
  pageMemory: (details) =>
    `A página de ${say(details, 'host')} usou mais de ${say(details, 'megabytes')} MB de memória, por isso o Upcast a fechou.`,
  pageFlood: (details) =>
    `A página de ${say(details, 'host')} deixou o Upcast ocupado demais, por isso o Upcast a fechou.`,
  collectionTooLarge: 'Esta coleção é grande demais para importar.',
  collectionDamaged: 'A coleção está danificada: o JSON está incompleto.',
  collectionForeign: 'Isto não é uma coleção que o Upcast possa importar.',
  collectionUnknown: 'Esta coleção não existe mais.',
  collectionBusy:
    'Outra coleção ainda está sendo exportada ou importada. Espere terminar ou cancele a operação.',
  collectionOpen: 'Você não pode remover a coleção aberta. Mude para outra primeiro.',
  collectionsFixed:
    'Você não pode mudar de coleção quando o Upcast roda sem janela. Inicie o Upcast com --collection FILE para usar outra.',
  tooManyCollections: (details) =>
    `Você atingiu o máximo de ${say(details, 'maximum')} coleções. Remova uma primeiro.`,
  collectionFromBackup: (details) =>
    `A coleção “${say(details, 'name')}” está danificada, por isso o Upcast abriu o backup dela. Mudanças recentes podem estar faltando. O Upcast guardou o arquivo danificado como ${say(details, 'file')}.`,
  collectionAside: (details) =>
    `Uma coleção está danificada e não tem backup. O Upcast guardou o arquivo danificado como ${say(details, 'file')}.`,
  collectionStuck: (details) => `Não foi possível ler a coleção em ${say(details, 'file')}.`,
  collectionNewer: (details) =>
    `Uma versão mais nova do Upcast salvou a coleção “${say(details, 'name')}”. Atualize o Upcast para abri-la.`,
  importNewer: 'Uma versão mais nova do Upcast salvou esta coleção. Atualize o Upcast para importá-la.',
  collectionUnfit: 'A coleção está danificada.',
  exportFolderTaken: (details) => `“${say(details, 'folder')}” já existe. Escolha outro nome.`,
  exportNotWritten: (details) => `Não foi possível exportar a coleção: ${diskCause(details)}.`,
  importNotCopied: (details) => `Não foi possível copiar os arquivos da coleção: ${diskCause(details)}.`,
  collectionsNotChanged: (details) => `Não foi possível alterar as coleções salvas: ${diskCause(details)}.`,
};

/** The sentence of `details.reason`; undefined without a reason. */
export function reason(details: ErrorDetails): string | undefined {
  const { reason: code } = details;
  if (!isErrorReason(code)) return undefined;
  const sentence = reasons[code];
  return typeof sentence === 'string' ? sentence : sentence(details);
}
