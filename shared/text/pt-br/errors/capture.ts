/** What goes wrong with sources that are captured: cameras, screens, microphones, the computer's sound. */
import { capture } from '../inputs.ts';
import { message } from './message.ts';
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

function applicationAction({ reason: cause }: ErrorDetails): string {
  switch (cause) {
    case 'soundToolsMissing':
      return 'Instale o pulseaudio-utils, que também funciona com o PipeWire. Depois, o Upcast capturará o aplicativo automaticamente.';
    case 'applicationAudioElsewhere':
      return 'Remova o canal, ou direcione o áudio do aplicativo para um microfone virtual e adicione-o.';
    default:
      return 'O Upcast continua tentando. Se o áudio não voltar, reinicie o PulseAudio ou o PipeWire.';
  }
}

/** Several devices have the name of the chosen one. */
const isOneOfSeveral = ({ count }: ErrorDetails): boolean => count !== undefined;

const STREAM_CONTINUES = 'A transmissão continua sem esta fonte.';

/** With other channels the stream has their sound. */
function silent(details: ErrorDetails, until = ''): string {
  const what = details['hasOtherSounds'] === true ? 'O canal' : 'A transmissão';
  return `${what} fica sem som${until === '' ? '' : ` ${until}`}.`;
}

/** As each system names the page where a person allows it. */
function allowAction({ kind, system }: ErrorDetails): string {
  if (system === 'mac' && kind === 'screen')
    return 'Ative o Upcast em Ajustes do Sistema > Privacidade e Segurança > Gravação de Áudio do Sistema e da Tela. Depois, reinicie o Upcast.';
  const page = kind === 'microphone' ? 'Microfone' : 'Câmera';
  if (system === 'mac')
    return `Ative o Upcast em Ajustes do Sistema > Privacidade e Segurança > ${page} e escolha a fonte de novo.`;
  if (system === 'windows')
    return `Ative o acesso dos aplicativos da área de trabalho em Configurações > Privacidade e segurança > ${page} e escolha a fonte de novo.`;
  return 'Permita o acesso nas configurações de privacidade do sistema e escolha a fonte de novo.';
}

export const captureErrors: ErrorTexts<Extract<ErrorCode, `capture/${string}`>> = {
  'capture/no-camera': (details) =>
    details['label'] === undefined
      ? {
          title: 'Nenhuma câmera encontrada.',
          doing: 'O Upcast lista uma câmera assim que você a conecta.',
          action: 'Conecte uma câmera ou escolha uma tela, uma janela ou o padrão de teste.',
        }
      : {
          title: message(details, 'A câmera selecionada não está conectada.'),
          ...(isOneOfSeveral(details)
            ? {
                doing: 'O Upcast não usa nenhuma destas câmeras, assim os espectadores nunca veem a errada.',
                action: 'Escolha uma destas câmeras em Fontes.',
              }
            : {
                doing: 'O Upcast usará a câmera assim que ela estiver conectada.',
                action: 'Conecte a câmera ou escolha outra em Fontes.',
              }),
        },
  'capture/no-microphone': (details) =>
    details['label'] === undefined
      ? {
          title: 'Nenhum microfone encontrado.',
          doing: silent(details),
          action: 'Conecte um microfone ou escolha Sem áudio.',
        }
      : {
          title: message(details, 'O microfone selecionado não está conectado.'),
          ...(isOneOfSeveral(details)
            ? { doing: silent(details), action: 'Escolha um destes microfones em Áudio.' }
            : {
                doing: silent(details, 'até o microfone ser conectado'),
                action: 'Conecte o microfone ou escolha outro em Áudio.',
              }),
        },
  'capture/no-screen': (details) => ({
    title: message(details, 'Não há tela ou janela para capturar.'),
    ...(details['reason'] === 'screensUnlisted'
      ? { action: 'Tente de novo em instantes. Se não adiantar, reinicie o Upcast.' }
      : {
          doing: 'O Upcast capturará a tela ou janela de novo quando ela voltar.',
          action: 'Escolha outra tela ou janela em Fontes.',
        }),
  }),
  'capture/window-closed': (details) => ({
    title: message(details, 'A janela foi fechada.'),
    doing:
      'Os espectadores veem o último quadro da janela. O Upcast captura a janela de novo quando ela reabrir com o mesmo título.',
    action: 'Reabra a janela ou escolha outra em Fontes.',
  }),
  'capture/window-unclear': (details) => ({
    title: message(details, 'O Upcast não sabe qual janela capturar.'),
    doing: 'O Upcast não mostra nenhuma janela, assim os espectadores nunca veem a errada.',
    action: 'Escolha a janela ou tela de novo em Fontes.',
  }),
  'capture/permission-denied': (details) => ({
    title: message(
      details,
      'O Upcast não tem permissão para usar a câmera ou o microfone, ou para capturar a tela.',
    ),
    doing: STREAM_CONTINUES,
    action: allowAction(details),
  }),
  'capture/source-lost': (details) => ({
    title: message(details, 'A fonte foi desconectada.'),
    doing:
      details['kind'] === 'microphone'
        ? silent(details, 'até o microfone voltar')
        : 'Os espectadores veem o último quadro da fonte até ela voltar.',
    action: 'Reconecte a fonte ou escolha outra.',
  }),
  'capture/muted': (details) => ({
    title: message(details, 'O dispositivo está desligado.'),
    ...(details['kind'] === 'microphone'
      ? {
          doing: silent(details, 'até o microfone sair do mudo'),
          action: 'Tire o microfone do mudo no botão dele, no teclado ou nas configurações do sistema.',
        }
      : {
          doing: 'Os espectadores não veem vídeo novo da câmera.',
          action:
            'Abra a tampa da câmera, ou ligue a câmera na tecla dela no teclado ou nas configurações do sistema.',
        }),
  }),
  'capture/sound-stopped': (details) => ({
    title: message(details, capture.audioStopped),
    doing: `${silent(details)} O Upcast está se reconectando ao serviço de áudio.`,
    action:
      'Se o áudio não voltar em 10 segundos, reconecte o microfone ou reinicie o PulseAudio ou o PipeWire.',
  }),
  'capture/no-system-audio': (details) => ({
    title: message(details, 'Não é possível capturar o áudio do desktop.'),
    doing: 'O canal fica sem som.',
    action: 'Remova o canal, ou direcione o áudio para um microfone virtual e adicione-o.',
  }),
  'capture/no-application-audio': (details) => ({
    title: message(details, 'Não é possível capturar o áudio de um só aplicativo.'),
    doing: 'O canal fica sem som.',
    action: applicationAction(details),
  }),
  'capture/no-speakers': (details) => ({
    title: message(details, 'Não é possível reproduzir áudio no dispositivo de monitoramento.'),
    doing: 'Você não ouve nada. A transmissão não é afetada.',
    action: 'Conecte o dispositivo ou escolha outro em Áudio do programa.',
  }),
  'capture/monitor-loop': ({ isUnknown }) => ({
    title:
      isUnknown === true
        ? 'O monitoramento está desativado, porque o áudio do desktop pode capturar o que você ouve.'
        : 'O monitoramento está desativado, porque o áudio do desktop capturaria o que você ouve.',
    doing: 'Você não ouve nada. A transmissão não é afetada.',
    action:
      isUnknown === true
        ? 'Instale o pulseaudio-utils para que o Upcast saiba qual dispositivo o áudio do desktop captura, ou remova o áudio do desktop.'
        : 'Em Áudio do programa, escolha um dispositivo de monitoramento que não seja o padrão do sistema.',
  }),
  'capture/file-unreadable': () => ({
    title: 'Não é possível reproduzir o arquivo de mídia.',
    action: 'Escolha outro arquivo ou outra fonte.',
  }),
  'capture/failed': (details) => ({
    title: message(details, 'Não foi possível iniciar a fonte.'),
    doing: STREAM_CONTINUES,
    action: 'Feche outros aplicativos que usam esta fonte e escolha-a de novo.',
  }),
};
