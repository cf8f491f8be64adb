/** The secret room over the window: a frame in a process of its own, there from opening until it says that it is done. */
import { useCallback, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { SECRET_ROOM_ORIGIN } from '../../../../shared/origins.ts';
import { roomClosedSchema, secretRoomUrl } from '../../../../shared/secret-room.ts';
import type { RoomOutcome, RoomTheme, SecretRoomTask } from '../../../../shared/secret-room.ts';
import { useSettings } from '../../../state/services.ts';
import { useDarkScheme } from '../../../ui/use-dark-scheme.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './SecretRoom.module.css';

export interface SecretRoomProps {
  readonly task: SecretRoomTask;
  /** Unmount it then: that ends its process. */
  readonly onClose: (outcome: RoomOutcome) => void;
}

export function SecretRoom({ task, onClose }: SecretRoomProps) {
  const element = useRef<HTMLDialogElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  const chosen = useSettings((settings) => settings.theme);
  const isDark = useDarkScheme();
  const theme: RoomTheme = chosen === 'system' ? (isDark ? 'dark' : 'light') : chosen;
  const isLoaded = useRef(false);
  const tellTheme = useCallback(() => {
    if (!isLoaded.current) return;
    frame.current?.contentWindow?.postMessage({ type: 'upcast:roomTheme', theme }, SECRET_ROOM_ORIGIN);
  }, [theme]);
  useEffect(tellTheme, [tellTheme]);
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
    const hear = (event: MessageEvent) => {
      if (event.origin !== SECRET_ROOM_ORIGIN || event.source !== frame.current?.contentWindow) return;
      const message = roomClosedSchema.safeParse(event.data);
      if (message.success) close.current(message.data.outcome);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, []);
  // In the body: a frame that is moved within the page would load anew.
  return createPortal(
    <dialog
      ref={element}
      className={css['room']}
      aria-label={texts.destinationForm.form}
      onCancel={(event) => {
        event.preventDefault();
        onClose({ type: 'cancelled' });
      }}
      onClose={() => onClose({ type: 'cancelled' })}
    >
      <iframe
        ref={frame}
        className={css['frame']}
        title={texts.destinationForm.form}
        src={secretRoomUrl(task)}
        onLoad={() => {
          isLoaded.current = true;
          tellTheme();
        }}
      />
    </dialog>,
    document.body,
  );
}
