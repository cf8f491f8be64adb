/** A destination: its state in a sentence, the server's words, and what can be done, with the buttons there. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { CircleAlert, CircleDashed, Ellipsis, Lock, LockOpen, Radio } from 'lucide-react';
import type { DestinationView } from '../../../../shared/broadcast/state.ts';
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { movedHostOf } from '../../../../shared/destinations/moved-host.ts';
import { parseDestinationUrl } from '../../../../shared/destinations/url.ts';
import { needsKey } from '../../../../shared/destinations/destination-service.ts';
import { isHeldBack } from '../../../../shared/broadcast/uplink-guard.ts';
import { texts } from '../../../../shared/text/text.ts';
import { runOrShowError, useServices, useSession, useSettings } from '../../../state/services.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { IconButton } from '../../../ui/controls/IconButton.tsx';
import { Menu } from '../../../ui/overlays/Menu.tsx';
import { Switch } from '../../../ui/controls/Switch.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useNow } from '../../../ui/use-now.ts';
import { CertificateDialog } from '../checks/CertificateDialog.tsx';
import { TestDialog } from '../checks/TestDialog.tsx';
import { describeBackup, describeCard, describeLock, mergeActions } from './card-text.ts';
import type { CardAction, CardTone, LockText } from './card-text.ts';
import css from './DestinationCard.module.css';

export interface DestinationCardProps {
  readonly destination: Destination;
  readonly onEdit: () => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
  /** Absent where it is already the first or the last. */
  readonly onMoveUp?: (() => void) | undefined;
  readonly onMoveDown?: (() => void) | undefined;
}

const actionCommands = {
  retryNow: 'retryDestination',
  useBackup: 'useBackup',
  giveUp: 'giveUpDestination',
  tryAgain: 'retryDestination',
} as const;

const icons: Readonly<Record<CardTone, ReactNode>> = {
  off: <CircleDashed size={14} aria-hidden />,
  ready: <CircleDashed size={14} aria-hidden />,
  busy: <CircleDashed size={14} aria-hidden className={css['spin']} />,
  live: <Radio size={14} aria-hidden />,
  warn: <CircleAlert size={14} aria-hidden />,
};

export function DestinationCard(props: DestinationCardProps) {
  const { destination } = props;
  const { id, name } = destination;
  const services = useServices();
  const { client, settings } = services;
  const view = useSession((state) => state.snapshot.destinations.find((candidate) => candidate.id === id));
  const backupView = useSession((state) =>
    state.snapshot.destinations.find((candidate) => candidate.backupOf === id),
  );
  const sample = useSession((state) =>
    state.lastSample?.destinations.find((candidate) => candidate.id === id),
  );
  const isLinkHeldBack = useSession((state) => isHeldBack(state.recentSamples, id));
  const isBroadcasting = useSession((state) => state.snapshot.broadcast.phase === 'live');
  const isIdle = useSession((state) => state.snapshot.broadcast.phase === 'idle');
  const isRehearsing = useSettings((state) => state.isRehearsing);
  const [isShowingCertificate, setIsShowingCertificate] = useState(false);
  const [isTesting, setIsTesting] = useState(false);
  const phase = view?.state.phase ?? 'idle';
  const nowMs = useNow(phase !== 'idle' && phase !== 'failed');
  const isKeyMissing = !destination.hasKey && needsKey(destination);
  const text = describeCard({
    state: view?.state,
    sample,
    isHeldBack: isLinkHeldBack,
    serverWords: view?.serverWords,
    isEnabled: destination.isEnabled,
    isRehearsing,
    isBroadcasting,
    hasBackup: destination.backupUrl !== undefined && destination.backupMode !== 'both',
    isKeyMissing,
    host: hostOf(destination.url),
    movedHost: view?.movedHost,
    nowMs,
  });
  const backup =
    backupView === undefined
      ? undefined
      : describeBackupCard(backupView, destination, { isBroadcasting, nowMs });
  const actions = mergeActions(text.actions, backup?.actions ?? []);
  const isInUse = !isIdle && phase !== 'idle' && phase !== 'failed';

  const setEnabled = async (isEnabled: boolean) =>
    await services.run({ type: 'setDestinationEnabled', id, isEnabled });
  const trustHost = async () => {
    const host = view?.state.phase === 'failed' ? movedHostOf(view.state.error) : undefined;
    if (host === undefined) return;
    const { isTrusted } = await client.invoke('destination:trustHost', { id, host });
    await settings.refresh();
    if (isTrusted) await setEnabled(true);
  };
  const act = (action: CardAction) => {
    if (action === 'trustHost') runOrShowError(services, trustHost());
    else runOrShowError(services, services.run({ type: actionCommands[action], id }));
  };
  return (
    <article className={classNames(css['card'], css[text.tone])} aria-label={name} data-phase={phase}>
      <header className={css['header']}>
        <span className={css['icon']}>{icons[text.tone]}</span>
        <h3 className={css['name']} title={name}>
          <bdi>{name}</bdi>
        </h3>
        <SecurityMark
          lock={describeLock(view, destination)}
          tls={view?.tls}
          isOff={!destination.isEnabled}
          onOpen={() => setIsShowingCertificate(true)}
        />
        <Switch
          label={texts.destinations.sendTo(name)}
          isOn={destination.isEnabled}
          onChange={(isEnabled) => runOrShowError(services, setEnabled(isEnabled))}
        />
      </header>
      <div className={css['sentence']}>
        <div className={css['words']}>
          <span className={css['state']}>{text.sentence}</span>
          {text.figures.map((figure) => (
            <span key={figure} className={css['figure']}>
              {figure}
            </span>
          ))}
        </div>
        <Menu
          trigger={
            <IconButton
              label={texts.destinations.moreFor(name)}
              className={css['more']}
              icon={<Ellipsis size={16} aria-hidden />}
            />
          }
          items={[
            { label: texts.destinations.edit, isDisabled: isInUse, onSelect: props.onEdit },
            {
              label: texts.destinations.test,
              isDisabled: !isIdle || isKeyMissing,
              onSelect: () => setIsTesting(true),
            },
            { label: texts.destinations.duplicate, onSelect: props.onDuplicate },
            ...(props.onMoveUp === undefined
              ? []
              : [{ label: texts.destinations.moveUp, onSelect: props.onMoveUp }]),
            ...(props.onMoveDown === undefined
              ? []
              : [{ label: texts.destinations.moveDown, onSelect: props.onMoveDown }]),
            {
              label: texts.destinations.delete,
              isDanger: true,
              isDisabled: isInUse,
              onSelect: props.onDelete,
            },
          ]}
        />
      </div>
      {backup === undefined ? undefined : <p className={css['cause']}>{backup.line}</p>}
      {text.causes.map((cause) => (
        <p key={cause} className={css['cause']}>
          {cause}
        </p>
      ))}
      {actions.length === 0 ? undefined : (
        <div className={css['actions']}>
          {actions.map((action) => (
            <Button key={action} size="small" onClick={() => act(action)}>
              {texts.destinations.actions[action]}
            </Button>
          ))}
        </div>
      )}
      {isTesting ? <TestDialog destination={destination} onClose={() => setIsTesting(false)} /> : undefined}
      {isShowingCertificate && view?.tls !== undefined ? (
        <CertificateDialog
          name={name}
          host={hostInUse(view, destination)}
          tls={view.tls}
          onClose={() => setIsShowingCertificate(false)}
        />
      ) : undefined}
    </article>
  );
}

interface SecurityMarkProps {
  readonly lock: LockText;
  readonly tls: Parameters<typeof CertificateDialog>[0]['tls'] | undefined;
  readonly isOff: boolean;
  readonly onOpen: () => void;
}

const lockTexts = (): Readonly<
  Record<Exclude<LockText, 'none'>, { readonly label: string; readonly title?: string }>
> => ({
  encrypted: { label: texts.security.tls },
  plain: { label: texts.security.notEncrypted, title: texts.security.notEncryptedHint },
  flows: { label: texts.security.flows, title: texts.security.flowsHint },
  weakBackup: { label: texts.security.backupNotEncrypted, title: texts.security.backupNotEncryptedHint },
});

function SecurityMark({ lock, tls, isOff, onOpen }: SecurityMarkProps) {
  if (tls !== undefined) {
    const version = texts.destinations.tlsVersion(tls.protocol);
    return (
      <button
        type="button"
        className={css['lock']}
        aria-label={texts.destinations.showCertificate(version)}
        title={tls.isOwnAuthority ? texts.destinations.ownAuthority : undefined}
        onClick={onOpen}
      >
        <Lock size={11} aria-hidden />
        {version}
      </button>
    );
  }
  if (isOff || lock === 'none') return undefined;
  const { label, title } = lockTexts()[lock];
  return (
    <span className={css['secure']} title={title}>
      {lock === 'encrypted' ? <Lock size={11} aria-hidden /> : <LockOpen size={11} aria-hidden />}
      {label}
    </span>
  );
}

/** The line on a backup that is sent to at the same time, and what can be done about it. */
function describeBackupCard(
  view: DestinationView,
  { backupUrl = '' }: Destination,
  { isBroadcasting, nowMs }: { readonly isBroadcasting: boolean; readonly nowMs: number },
): { readonly line: string; readonly actions: readonly CardAction[] } {
  const host = hostOf(backupUrl);
  const { sentence, actions } = describeCard({
    ...{
      state: view.state,
      sample: undefined,
      isHeldBack: false,
      serverWords: view.serverWords,
      nowMs,
      host,
      movedHost: undefined,
    },
    ...{ isEnabled: true, isRehearsing: false, isBroadcasting, hasBackup: false, isKeyMissing: false },
  });
  return { line: describeBackup(view, host, sentence), actions };
}

function hostInUse({ movedHost, state }: DestinationView, { url, backupUrl = url }: Destination): string {
  if (movedHost !== undefined) return `${movedHost}, where the server sent this stream`;
  return hostOf(state.phase === 'live' && state.isBackup ? backupUrl : url);
}

function hostOf(url: string): string {
  try {
    return parseDestinationUrl(url, '').host;
  } catch {
    // Saved by hand or by an older version: it shows as it is and main says what is wrong with it.
    return '';
  }
}
