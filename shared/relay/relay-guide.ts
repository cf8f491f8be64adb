/** What a person does with a relay's files: install, copy, check, start, stop; as words for the file and the window. Pure. */
import { texts } from '../text/text.ts';

export interface RelayStep {
  readonly title: string;
  readonly text?: string;
  /** To be typed in a terminal, one a line. */
  readonly commands: readonly string[];
}

export interface RelayGuideOptions {
  /** Runs on this computer: the files stay where they are. */
  readonly isLocal: boolean;
  /** Where the files were written. */
  readonly folder: string;
  /** Where viewers' servers are reached from; shown only. */
  readonly url: string;
}

const SERVER_FOLDER = '/etc/upcast-relay';

export function relayGuide({ isLocal, folder, url }: RelayGuideOptions): readonly RelayStep[] {
  const place = isLocal ? folder : SERVER_FOLDER;
  const sudo = isLocal ? '' : 'sudo ';
  const nginx = `${sudo}nginx${isLocal ? ` -e ${shellWord(`${folder}/error.log`)}` : ''} -c ${shellWord(`${place}/nginx.conf`)}`;
  return [
    {
      title: texts.relayGuide.install,
      text: texts.relayGuide.installText,
      commands: ['sudo apt install nginx libnginx-mod-rtmp libnginx-mod-stream'],
    },
    ...(isLocal
      ? []
      : [
          {
            title: texts.relayGuide.copy,
            text: texts.relayGuide.copyText(SERVER_FOLDER),
            commands: [
              `sudo cp -r upcast-relay ${SERVER_FOLDER}`,
              `sudo chown -R root:root ${SERVER_FOLDER} && sudo chmod -R go= ${SERVER_FOLDER}`,
            ],
          },
        ]),
    { title: texts.relayGuide.check, commands: [`${nginx} -t`] },
    { title: texts.relayGuide.start, commands: [nginx] },
    {
      title: texts.relayGuide.stop,
      text: texts.relayGuide.stopText,
      commands: [`${nginx} -s stop`, `${nginx} -s reload`],
    },
    {
      title: texts.relayGuide.send,
      text: texts.relayGuide.sendText(url),
      commands: [],
    },
  ];
}

/** The same as a text file beside the configuration. */
export function relayReadme(options: RelayGuideOptions): string {
  const steps = relayGuide(options).map(({ title, text, commands }, index) =>
    [
      `${index + 1}. ${title}`,
      ...(text === undefined ? [] : [`   ${text}`]),
      ...commands.map((line) => `     ${line}`),
    ].join('\n'),
  );
  return [texts.relayGuide.readmeTitle, texts.relayGuide.readmeWarning, '', steps.join('\n\n'), ''].join(
    '\n',
  );
}

/** Quoted for a POSIX shell where it has to be. */
function shellWord(text: string): string {
  return /^[A-Za-z0-9_./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
