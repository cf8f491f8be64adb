/** All saved destinations as cards, and what adds, edits, orders and deletes them. */
import { useState } from 'react';
import type { Destination } from '../../../shared/destinations/destination.ts';
import { runOrTell, useServices, useSettings } from '../../api/services.ts';
import { Button } from '../../ui/Button.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { DestinationCard } from './DestinationCard.tsx';
import { DestinationDialog } from './DestinationDialog.tsx';
import { moved } from './order.ts';
import css from './DestinationList.module.css';

/** `null` is closed, `new` an empty form. */
type Editing = Destination | 'new' | null;

export function DestinationList() {
  const services = useServices();
  const { client, settings, toasts } = services;
  const destinations = useSettings((state) => state.destinations);
  const [editing, setEditing] = useState<Editing>(null);

  const remove = async ({ id, name }: Destination) => {
    await client.invoke('destination:delete', { id });
    await settings.refresh();
    const restore = () =>
      runOrTell(
        services,
        client.invoke('destination:restore', { id }).then(() => settings.refresh()),
      );
    toasts.show({ tone: 'note', title: `${name} was deleted.`, action: { label: 'Undo', run: restore } });
  };
  const duplicate = async (destination: Destination) => {
    const copy: Destination = {
      ...destination,
      id: crypto.randomUUID(),
      name: `${destination.name} copy`.slice(0, 100),
      isEnabled: false,
      hasKey: false,
      hasPassword: false,
    };
    await client.invoke('destination:save', { destination: copy, key: undefined, password: undefined });
    await settings.refresh();
    toasts.show({ tone: 'note', title: `${copy.name} was made.`, text: 'It needs a stream key of its own.' });
  };
  const reorder = async (from: number, to: number) => {
    await client.invoke('destination:reorder', { ids: moved(destinations, from, to).map(({ id }) => id) });
    await settings.refresh();
  };

  return (
    <section className={css['list']} aria-label="Destination list">
      <SectionHeading title="Destinations">
        <Button variant="link" aria-label="Add destination" onClick={() => setEditing('new')}>
          Add
        </Button>
      </SectionHeading>
      {destinations.length === 0 ? (
        <div className={css['empty']}>
          <p>Where should viewers find you? Add the server and stream key that your service shows you.</p>
          <Button onClick={() => setEditing('new')}>Choose a service…</Button>
        </div>
      ) : null}
      {destinations.map((destination, index) => (
        <DestinationCard
          key={destination.id}
          destination={destination}
          onEdit={() => setEditing(destination)}
          onDuplicate={() => runOrTell(services, duplicate(destination))}
          onDelete={() => runOrTell(services, remove(destination))}
          onMoveUp={index === 0 ? undefined : () => runOrTell(services, reorder(index, index - 1))}
          onMoveDown={
            index === destinations.length - 1
              ? undefined
              : () => runOrTell(services, reorder(index, index + 1))
          }
        />
      ))}
      {editing === null ? null : (
        <DestinationDialog
          destination={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}
