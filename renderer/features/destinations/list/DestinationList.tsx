/** All saved destinations as cards, and what adds, edits, orders and deletes them. */
import { useState } from 'react';
import { Ellipsis } from 'lucide-react';
import type { Destination } from '../../../../shared/destinations/destination.ts';
import type { SecretFrameOutcome, SecretFrameTask } from '../../../../shared/secret-frame.ts';
import { runOrShowError, useServices, useSession, useSettings } from '../../../state/services.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { IconButton } from '../../../ui/controls/IconButton.tsx';
import { Menu } from '../../../ui/overlays/Menu.tsx';
import { PartBoundary } from '../../../ui/layout/PartBoundary.tsx';
import { SectionHeading } from '../../../ui/layout/SectionHeading.tsx';
import { DestinationCard } from './DestinationCard.tsx';
import { moved } from './order.ts';
import { RelayDialog } from '../relay/RelayDialog.tsx';
import { SecretFrame } from '../form/SecretFrame.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from './DestinationList.module.css';

interface OpenForm {
  readonly task: SecretFrameTask;
  /** There was no destination when it was opened. */
  readonly isFirst: boolean;
}

export function DestinationList() {
  const services = useServices();
  const { client, settings, toasts } = services;
  const destinations = useSettings((state) => state.destinations);
  const isIdle = useSession((state) => state.snapshot.broadcast.phase === 'idle');
  const [isRelayOpen, setIsRelayOpen] = useState(false);
  const [form, setForm] = useState<OpenForm>();
  // Looked at now: once it is saved, main tells of the new one before the frame does.
  const open = (task: SecretFrameTask) => setForm({ task, isFirst: destinations.length === 0 });

  const remove = async ({ id, name }: Destination) => {
    await client.invoke('destination:delete', { id });
    await settings.refresh();
    const restore = () =>
      runOrShowError(
        services,
        client.invoke('destination:restore', { id }).then(() => settings.refresh()),
      );
    toasts.show({
      tone: 'note',
      title: texts.destinations.deleted(name),
      name,
      action: { label: texts.common.undo, run: restore },
    });
  };
  const duplicate = async (destination: Destination) => {
    const copy = await client.invoke('destination:duplicate', { id: destination.id });
    await settings.refresh();
    toasts.show({
      tone: 'note',
      title: texts.destinations.duplicated(copy.name),
      name: copy.name,
      text: copyNeeds(destination),
    });
  };
  const showImported = (ids: readonly string[]) => {
    const undo = () =>
      runOrShowError(
        services,
        client.invoke('presets:undo', { ids: [...ids] }).then(() => settings.refresh()),
      );
    toasts.show({
      tone: 'note',
      title: texts.destinations.added(ids.length),
      text: texts.presetImport.addedOff,
      action: { label: texts.common.undo, run: undo },
    });
  };
  const closeForm = async (outcome: SecretFrameOutcome) => {
    setForm(undefined);
    if (outcome.type === 'cancelled') return;
    await settings.refresh();
    if (outcome.type === 'imported') showImported(outcome.ids);
    if (outcome.type === 'exported')
      toasts.show({
        tone: 'note',
        title: texts.destinations.exported(outcome.count),
        text: texts.destinations.savedAs(outcome.fileName),
      });
    // The first destination is why one came: the rehearsal steps back.
    if (outcome.type === 'saved' && form?.isFirst === true) await settings.update({ isRehearsing: false });
  };
  const reorder = async (from: number, to: number) => {
    await client.invoke('destination:reorder', { ids: moved(destinations, from, to).map(({ id }) => id) });
    await settings.refresh();
  };

  return (
    <section className={css['list']} aria-label={texts.destinations.list}>
      <SectionHeading title={texts.destinations.title}>
        <span className={css['grow']} />
        <Menu
          trigger={
            <IconButton
              label={texts.destinations.importAndExport}
              icon={<Ellipsis size={16} aria-hidden />}
            />
          }
          items={[
            { label: texts.destinations.import, onSelect: () => open({ type: 'import' }) },
            {
              label: texts.destinations.export,
              isDisabled: destinations.length === 0,
              onSelect: () => open({ type: 'export' }),
            },
          ]}
        />
        <Button
          variant="link"
          aria-label={texts.destinations.addDestination}
          onClick={() => open({ type: 'add' })}
        >
          {texts.destinations.add}
        </Button>
      </SectionHeading>
      {destinations.length === 0 ? (
        <div className={css['empty']}>
          <p>{texts.destinations.empty}</p>
          <Button onClick={() => open({ type: 'add' })}>{texts.destinations.chooseService}</Button>
        </div>
      ) : undefined}
      {destinations.map((destination, index) => (
        <PartBoundary key={destination.id} name={destination.name}>
          <DestinationCard
            destination={destination}
            onEdit={() => open({ type: 'edit', id: destination.id })}
            onDuplicate={() => runOrShowError(services, duplicate(destination))}
            onDelete={() => runOrShowError(services, remove(destination))}
            onMoveUp={index === 0 ? undefined : () => runOrShowError(services, reorder(index, index - 1))}
            onMoveDown={
              index === destinations.length - 1
                ? undefined
                : () => runOrShowError(services, reorder(index, index + 1))
            }
          />
        </PartBoundary>
      ))}
      {destinations.filter(({ hasKey }) => hasKey).length < 2 || !isIdle ? undefined : (
        <Button variant="link" className={css['relay']} onClick={() => setIsRelayOpen(true)}>
          {texts.destinations.relay}
        </Button>
      )}
      {isRelayOpen ? <RelayDialog onClose={() => setIsRelayOpen(false)} /> : undefined}
      {form === undefined ? undefined : (
        <SecretFrame task={form.task} onClose={(outcome) => runOrShowError(services, closeForm(outcome))} />
      )}
    </section>
  );
}

function copyNeeds({ hasServerSecret, hasBackupSecret }: Destination): string {
  const hasRest = hasServerSecret === true || hasBackupSecret === true;
  return hasRest ? texts.destinations.needsKeyAndAddress : texts.destinations.needsKey;
}
