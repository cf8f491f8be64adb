/** A relay: one stream to a media server of one's own, which sends it on. Chooses what it pushes to, writes its files. */
import { useState } from 'react';
import { CircleAlert } from 'lucide-react';
import { RELAY_SERVICE_ID } from '../../../../shared/destinations/destination.ts';
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { relayRequestSchema } from '../../../../shared/relay/relay-request.ts';
import type { WrittenRelay } from '../../../../shared/relay/relay-request.ts';
import { runOrTell, useServices, useSettings } from '../../../state/services.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { FieldRow, SwitchField, TextField } from '../../../ui/controls/Field.tsx';
import { NamedText } from '../../../ui/layout/NamedText.tsx';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { TestDialog } from '../checks/TestDialog.tsx';
import css from './RelayDialog.module.css';

const places = [
  { value: 'server', label: 'On a server' },
  { value: 'local', label: 'On this computer' },
] as const;

export function RelayDialog({ onClose }: { readonly onClose: () => void }) {
  const services = useServices();
  const { client, settings } = services;
  const all = useSettings((state) => state.destinations);
  const destinations = all.filter(({ serviceId, hasKey }) => serviceId !== RELAY_SERVICE_ID && hasKey);
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    destinations.filter(({ isEnabled }) => isEnabled).map(({ id }) => id),
  );
  const [place, setPlace] = useState<'server' | 'local'>('server');
  const [host, setHost] = useState('');
  const [port, setPort] = useState(1935);
  const [certificatePath, setCertificatePath] = useState('');
  const [keyPath, setKeyPath] = useState('');
  const [written, setWritten] = useState<WrittenRelay | null>(null);
  const [relay, setRelay] = useState<Destination | null>(null);

  const isLocal = place === 'local';
  const hasCertificate = !isLocal && certificatePath !== '' && keyPath !== '';
  const request = relayRequestSchema.safeParse({
    destinationIds: chosen,
    host: isLocal ? '127.0.0.1' : host.trim().toLowerCase(),
    port,
    ...(hasCertificate ? { certificate: { certificatePath, keyPath } } : {}),
  });

  if (relay !== null) return <TestDialog destination={relay} onClose={onClose} />;
  if (written !== null) {
    const add = async () => {
      const added = await client.invoke('relay:use');
      await settings.refresh();
      setRelay(added);
    };
    return (
      <Dialog
        title="The relay’s files are written"
        width="wide"
        description={`They are in ${written.folder}. Its folder “keys” holds stream keys in the clear, readable by you alone.`}
        onClose={onClose}
        footer={
          <>
            {written.isLocal ? <Status /> : null}
            <Button onClick={onClose}>Close</Button>
            <Button variant="primary" data-autofocus onClick={() => runOrTell(services, add())}>
              Add it as destination, and check
            </Button>
          </>
        }
      >
        <Written written={written} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title="Send through a relay"
      width="wide"
      description="Upcast sends one stream to a media server of yours, and that sends it on to every destination: your uplink carries one copy, however many there are. Upcast writes the files for nginx."
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={!request.success}
            onClick={() => {
              if (request.success)
                runOrTell(services, client.invoke('relay:write', request.data).then(setWritten));
            }}
          >
            Choose a folder and write…
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        <section className={css['targets']} aria-label="Destinations it sends to">
          <h3>Sends on to</h3>
          {destinations.length === 0 ? <p>Add destinations with their stream keys first.</p> : null}
          {destinations.map(({ id, name }) => (
            <SwitchField
              key={id}
              label={name}
              isOn={chosen.includes(id)}
              onChange={(isOn) => setChosen(isOn ? [...chosen, id] : chosen.filter((each) => each !== id))}
            />
          ))}
        </section>
        <Segmented
          label="Where the relay runs"
          value={place}
          options={places}
          onChange={(value) => setPlace(value ?? 'server')}
        />
        {isLocal ? (
          <p className={css['note']}>
            A relay on this computer saves no uplink. It is for trying out, or for a computer beside this one.
          </p>
        ) : null}
        <FieldRow>
          {isLocal ? null : (
            <TextField
              label="Host name of the server"
              placeholder="relay.example.org"
              value={host}
              onChange={(event) => setHost(event.target.value)}
            />
          )}
          <TextField
            label="Port"
            type="number"
            min={1}
            max={65535}
            value={port}
            onChange={(event) => setPort(Math.round(event.target.valueAsNumber))}
          />
        </FieldRow>
        {isLocal ? null : (
          <FieldRow>
            <TextField
              label="Certificate on the server"
              placeholder="/etc/letsencrypt/live/…/fullchain.pem"
              hint="With both, the way to the relay is encrypted too."
              value={certificatePath}
              onChange={(event) => setCertificatePath(event.target.value.trim())}
            />
            <TextField
              label="Its private key"
              placeholder="/etc/letsencrypt/live/…/privkey.pem"
              value={keyPath}
              onChange={(event) => setKeyPath(event.target.value.trim())}
            />
          </FieldRow>
        )}
      </div>
    </Dialog>
  );
}

function Written({ written: { pushedTo, refusals, steps } }: { readonly written: WrittenRelay }) {
  return (
    <div className={css['form']}>
      <p>{pushedTo.length === 0 ? 'It sends on to nobody.' : `It sends on to ${pushedTo.join(', ')}.`}</p>
      {refusals.map(({ name, why }) => (
        <p key={name} className={css['refusal']}>
          <CircleAlert size={14} aria-hidden />
          <NamedText text={`${name} is left out. ${why}`} name={name} />
        </p>
      ))}
      <ol className={css['steps']}>
        {steps.map(({ title, text, commands }) => (
          <li key={title}>
            <h3>{title}</h3>
            {text === undefined ? null : <p className={css['note']}>{text}</p>}
            {commands.map((command) => (
              <code key={command}>{command}</code>
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Asks a relay on this computer how it is. */
function Status() {
  const services = useServices();
  const [text, setText] = useState('');
  const ask = async () => {
    const status = await services.client.invoke('relay:status');
    if (status === null) setText('It does not answer: start nginx first.');
    else if (!status.isReceiving) setText('It runs and waits for a stream.');
    else setText(`It gets a stream and sends it to ${status.pushes}.`);
  };
  return (
    <div className={css['status']}>
      <Button onClick={() => runOrTell(services, ask())}>Is it running?</Button>
      <span role="status">{text}</span>
    </div>
  );
}
