/** What goes wrong on this computer: input, encoder, recording, settings, Upcast itself. Capture has a file of its own. */
import {
  fileAdvice,
  messageAdvice,
  newerVersionAdvice,
  notReadyAdvice,
  pageAdvice,
  refusalAdvice,
} from '../../error-advice.ts';
import { crashedProcess } from '../failures/diagnostics.ts';
import { message } from './message.ts';
import { KEPT_UNTIL_QUIT, reason } from './reasons.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

type LocalCode = Exclude<
  ErrorCode,
  `capture/${string}` | `transport/${string}` | `rtmp/${string}` | `update/${string}`
>;

const STREAM_CONTINUES = 'A transmissão continua sem esta fonte.';
/** A recording may be all there is. */
const IF_LIVE = 'Se você estiver ao vivo, a transmissão continua.';
const TRY_OR_RESTART = 'Tente de novo. Se acontecer de novo, reinicie o Upcast.';

function recordingAction(why: unknown): string {
  if (why === 'tooManyRecordings' || why === 'filesTooSmall') return IF_LIVE;
  return why === 'folderProtected'
    ? `${IF_LIVE} Permita o Upcast em Segurança do Windows > Proteção contra vírus e ameaças > Proteção contra ransomware > Acesso a pastas controladas, ou escolha outra pasta em Configurações.`
    : `${IF_LIVE} Escolha outra pasta em Configurações.`;
}

export const localErrors: ErrorTexts<LocalCode> = {
  'input/bad-option': (details) => ({
    title: message(details, 'Algo que você digitou não é válido.'),
    action: 'Corrija isso e tente de novo.',
  }),
  'input/bad-url': (details) => ({
    title: message(details, 'O Upcast não pode transmitir para este endereço.'),
    action: 'Use um endereço que comece com rtmp:// ou rtmps://, como o seu serviço mostra.',
  }),
  'input/bad-key': (details) => ({
    title: message(details, 'Esta chave de transmissão não é válida.'),
    action: 'Copie a chave do seu serviço de novo, sem espaços em volta.',
  }),
  'input/bad-file': (details) => ({
    title: message(details, 'Não é possível ler o arquivo.'),
    action: {
      otherFile: 'Escolha outro arquivo.',
      ifThatFails: 'Se não adiantar, escolha outro arquivo.',
      none: undefined,
    }[fileAdvice(details)],
  }),
  'input/bad-message': (details) => ({
    title: reason(details) ?? 'Algo deu errado.',
    action: {
      restart: TRY_OR_RESTART,
      none: undefined,
    }[messageAdvice(details)],
  }),
  'source/bad-image': (details) => ({
    title: message(details, 'Não é possível mostrar esta imagem.'),
    doing: STREAM_CONTINUES,
    action: 'Escolha outra imagem ou salve esta de novo como PNG ou JPEG.',
  }),
  'source/bad-lut': () => ({
    title: 'Não é possível ler esta LUT.',
    doing: 'O filtro não tem efeito.',
    action: 'Escolha outro arquivo .cube.',
  }),
  'source/file-unreadable': (details) => ({
    title: message(details, 'Não é possível ler o arquivo da fonte.'),
    doing:
      'Os espectadores veem a última versão que o Upcast conseguiu ler. O Upcast mostrará o arquivo de novo assim que conseguir lê-lo.',
    action: 'Coloque o arquivo de volta onde estava ou escolha outro.',
  }),
  'source/page-failed': (details) => ({
    title: reason(details) ?? 'Não é possível mostrar esta página.',
    ...(details['reason'] !== 'pageAddressMissing' && {
      doing:
        details['isGivenUp'] === true
          ? 'Os espectadores veem o último quadro da página.'
          : 'Os espectadores veem o último quadro da página. O Upcast recarregará a página automaticamente.',
    }),
    action: {
      reload: 'Recarregue a página ou mude o endereço dela.',
      address: 'Verifique o endereço da página.',
      none: undefined,
    }[pageAdvice(details)],
  }),
  'encoder/not-found': (details) => ({
    title: reason(details) ?? 'FFmpeg não encontrado.',
    action:
      details['reason'] === 'ffmpegMissing' || details['reason'] === 'ffmpegBroken'
        ? 'Depois, tente de novo.'
        : 'Instale o FFmpeg e tente de novo.',
  }),
  'encoder/failed-to-start': (details) => ({
    title: reason(details) ?? 'O codificador não iniciou.',
    action: 'Escolha outro codificador ou uma resolução menor em Configurações.',
  }),
  'encoder/exited': () => ({
    title: 'O codificador parou.',
    action: 'Se acontecer de novo, escolha outro codificador em Configurações.',
  }),
  'encoder/stalled': () => ({
    title: 'O codificador parou de responder.',
    action: 'Escolha uma resolução menor ou uma predefinição de CPU mais rápida em Configurações.',
  }),
  'encoder/bad-output': () => ({
    title: 'O codificador produziu dados inválidos.',
    action: 'Escolha outro codificador em Configurações.',
  }),
  'encoder/unsupported': (details) => ({
    title: reason(details) ?? 'Este codificador não funciona neste computador.',
    action:
      reason(details) === undefined
        ? 'Defina o codificador como Automático em Configurações.'
        : 'Depois, escolha o codificador de novo em Configurações.',
  }),
  'flv/bad-data': () => ({
    title: 'O Upcast pulou alguns dados danificados da transmissão.',
    action: 'Se continuar acontecendo, encerre a transmissão e transmita de novo.',
  }),
  'record/cannot-write': ({ reason: why }) => ({
    title: 'Não foi possível salvar a gravação.',
    action: recordingAction(why),
  }),
  'record/disk-full': () => ({
    title: 'O disco está cheio.',
    action: `Tudo o que foi gravado até agora está salvo. ${IF_LIVE} Libere espaço e grave de novo.`,
  }),
  'report/gone': () => ({
    title: 'Este relatório não existe mais.',
    action: 'Feche esta lista e abra-a de novo.',
  }),
  'report/unreadable': () => ({
    title: 'Não foi possível ler este relatório.',
    action: 'Os outros relatórios não são afetados. Exclua este se não precisar dele.',
  }),
  'settings/corrupt': (details) => ({
    title: message(details, 'O arquivo de configurações está danificado.'),
    action: 'Se algo estiver faltando, configure de novo.',
  }),
  'settings/newer-version': (details) => ({
    title: reason(details) ?? 'Uma versão mais nova do Upcast salvou as suas configurações.',
    action: {
      openNewer:
        'O Upcast não alterou as suas configurações. Abra a versão mais nova para usá-las ou mudá-las.',
      none: undefined,
    }[newerVersionAdvice(details)],
  }),
  'settings/write-failed': (details) => ({
    title: message(details, 'Não foi possível salvar as suas configurações.'),
    action:
      reason(details) === undefined
        ? 'Os dados salvos antes não mudaram. Verifique se o disco está cheio ou é somente leitura.'
        : 'Os dados salvos antes não mudaram.',
  }),
  'settings/no-keychain': () => ({
    title: 'O Upcast não consegue acessar o chaveiro do sistema.',
    action:
      'O Upcast guarda as chaves de transmissão só até você sair. Para salvá-las, desbloqueie o chaveiro. No Linux, talvez você precise instalar um antes, como o GNOME Keyring.',
  }),
  'settings/keys-locked': (details) => ({
    title: reason(details) ?? 'Não é possível abrir as suas chaves de transmissão salvas.',
    action:
      details['reason'] === 'keysFileLocked'
        ? KEPT_UNTIL_QUIT
        : `Desbloqueie o chaveiro e reinicie o Upcast. ${KEPT_UNTIL_QUIT}`,
  }),
  'settings/no-key': () => ({
    title: 'Este destino não tem chave de transmissão.',
    action: 'Edite o destino e cole a chave que o seu serviço mostra.',
  }),
  'settings/key-of-other-server': (details) => ({
    title: message(
      details,
      'O servidor ou as configurações de certificado dele mudaram, por isso o Upcast não reutilizará a chave salva.',
    ),
    action: 'Para continuar mesmo assim, digite a chave de transmissão e a senha de novo.',
  }),
  'settings/wrong-passphrase': () => ({
    title: 'Frase secreta incorreta.',
    action: 'Tente de novo.',
  }),
  'remote/unauthorized': () => ({
    title: 'Um aplicativo de controle remoto usou o token errado.',
    action: 'Copie o token de Configurações de novo.',
  }),
  'remote/forbidden': (details) => ({
    title: message(details, 'O Upcast bloqueou uma solicitação de controle remoto.'),
    action: 'Conecte-se de um aplicativo deste computador, não de uma página da web.',
  }),
  'remote/not-found': (details) => ({
    title: message(details, 'Um aplicativo de controle remoto pediu algo que não existe.'),
    action: 'Veja as solicitações disponíveis na página Remote control do Guia do Upcast.',
  }),
  'remote/too-much': (details) => ({
    title: message(details, 'Um aplicativo de controle remoto enviou mais do que o Upcast aceita.'),
    action: 'Envie menos ou feche as conexões que não usa e tente de novo.',
  }),
  'studio/not-ready': (details) => ({
    title: message(details, 'O Upcast não pode fazer isso agora.'),
    action: {
      listed: 'Corrija o que aparece acima de Transmitir e tente de novo.',
      ifWrong: 'Se isso parecer errado, tente de novo em instantes.',
      none: undefined,
    }[notReadyAdvice(details)],
  }),
  'studio/refused': (details) => ({
    title: message(details, 'O Upcast não pode fazer esta mudança.'),
    action: {
      check: 'Verifique as suas cenas e fontes e tente de novo.',
      unchanged: 'Nada mudou.',
      none: undefined,
    }[refusalAdvice(details)],
  }),
  'remote/port-taken': (details) => ({
    title: message(details, 'Outro aplicativo está usando esta porta.'),
    action: 'Desative o controle remoto, escolha outra porta e ative-o de novo.',
  }),
  'internal/engine-silent': () => ({
    title: 'O mecanismo de transmissão não responde.',
    action: 'Encerre a transmissão e transmita de novo. Se não adiantar, reinicie o Upcast.',
  }),
  'internal/engine-exited': ({ isRestarted }) =>
    isRestarted === false
      ? {
          title: 'O mecanismo de transmissão para repetidamente.',
          action: 'Transmita para iniciá-lo de novo. Se ele parar outra vez, reinicie o Upcast.',
        }
      : {
          title: 'O mecanismo de transmissão parou inesperadamente.',
          doing:
            'O Upcast o reiniciou. Se você estava ao vivo ou gravando, a transmissão e a gravação recomeçam agora.',
          action: 'Se acontecer de novo, salve o diagnóstico no menu Ajuda.',
        },
  'internal/process-crashed': ({ part }) => crashedProcess(part),
  'internal/aborted': () => ({
    title: 'Cancelado.',
    action: 'Tente de novo quando quiser.',
  }),
  'internal/bug': (details) => ({
    title: `Algo deu errado no Upcast. ${message(details, '')}`.trim(),
    doing: 'A transmissão não é afetada.',
    action: TRY_OR_RESTART,
  }),
};
