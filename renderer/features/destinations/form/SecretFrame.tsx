/** The secret frame over the window: an iframe with its own process, shown until its dialog is done. */
import { useCallback, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { SECRET_FRAME_ORIGIN } from '../../../../shared/origins.ts';
import { frameClosedSchema, secretFrameUrl } from '../../../../shared/secret-frame.ts';
import type {
  SecretFrameOutcome,
  SecretFrameTheme,
  SecretFrameTask,
} from '../../../../shared/secret-frame.ts';
import { useSettings } from '../../../state/services.ts';
import { useDarkScheme } from '../../../ui/use-system-colours.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './SecretFrame.module.css';

export interface SecretFrameProps {
  readonly task: SecretFrameTask;
  /** The caller unmounts the frame, which ends its process. */
  readonly onClose: (outcome: SecretFrameOutcome) => void;
}

/** What the frame and its overlay are called; the dialog within says more. */
const titles = (): Readonly<Record<SecretFrameTask['type'], string>> => ({
  add: texts.destinationForm.addTitle,
  edit: texts.destinationForm.edit,
  import: texts.presetImport.title,
  export: texts.presetExport.title,
  proxy: texts.proxy.title,
  token: texts.remoteToken.title,
  page: texts.pages.editTitle,
  newPage: texts.pages.addTitle,
});

export function SecretFrame({ task, onClose }: SecretFrameProps) {
  const element = useRef<HTMLDialogElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  const chosen = useSettings((settings) => settings.theme);
  const isDark = useDarkScheme();
  const theme: SecretFrameTheme = chosen === 'system' ? (isDark ? 'dark' : 'light') : chosen;
  const isLoaded = useRef(false);
  const sendTheme = useCallback(() => {
    if (!isLoaded.current) return;
    frame.current?.contentWindow?.postMessage({ type: 'upcast:frameTheme', theme }, SECRET_FRAME_ORIGIN);
  }, [theme]);
  useEffect(sendTheme, [sendTheme]);
  useEffect(() => {
    const before = document.activeElement;
    const dialog = element.current;
    dialog?.showModal();
    frame.current?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    const receive = (event: MessageEvent) => {
      if (event.origin !== SECRET_FRAME_ORIGIN || event.source !== frame.current?.contentWindow) return;
      const message = frameClosedSchema.safeParse(event.data);
      if (message.success) close.current(message.data.outcome);
    };
    window.addEventListener('message', receive);
    return () => window.removeEventListener('message', receive);
  }, []);
  // In the body: a frame that is moved within the page would load anew.
  return createPortal(
    <dialog
      ref={element}
      className={css['overlay']}
      aria-label={titles()[task.type]}
      onCancel={(event) => {
        event.preventDefault();
        onClose({ type: 'cancelled' });
      }}
      onClose={() => onClose({ type: 'cancelled' })}
    >
      <iframe
        ref={frame}
        className={css['frame']}
        title={titles()[task.type]}
        src={secretFrameUrl(task)}
        onLoad={() => {
          isLoaded.current = true;
          sendTheme();
        }}
      />
    </dialog>,
    document.body,
  );
}
