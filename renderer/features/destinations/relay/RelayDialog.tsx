/** A relay: one stream to a media server of one's own, which sends it on. Chooses what it pushes to, writes its files. */
import { useState } from 'react';
import { CircleAlert } from 'lucide-react';
import { RELAY_SERVICE_ID } from '../../../../shared/destinations/destination-service.ts';
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { relayRequestSchema } from '../../../../shared/relay/relay-request.ts';
import type { WrittenRelay } from '../../../../shared/relay/relay-request.ts';
import { runOrShowError, useServices, useSettings } from '../../../state/services.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { FieldRow, SwitchField, TextField } from '../../../ui/controls/Field.tsx';
import { NamedText } from '../../../ui/layout/NamedText.tsx';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { TestDialog } from '../checks/TestDialog.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from './RelayDialog.module.css';

const places = () =>
  [
    { value: 'server', label: texts.relay.places.server },
    { value: 'local', label: texts.relay.places.local },
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
  const [written, setWritten] = useState<WrittenRelay>();
  const [relay, setRelay] = useState<Destination>();

  const isLocal = place === 'local';
  const hasCertificate = !isLocal && certificatePath !== '' && keyPath !== '';
  const request = relayRequestSchema.safeParse({
    destinationIds: chosen,
    host: isLocal ? '127.0.0.1' : host.trim().toLowerCase(),
    port,
    ...(hasCertificate ? { certificate: { certificatePath, keyPath } } : {}),
  });

  if (relay !== undefined) return <TestDialog destination={relay} onClose={onClose} />;
  if (written !== undefined) {
    const add = async () => {
      const added = await client.invoke('relay:use');
      await settings.refresh();
      setRelay(added);
    };
    return (
      <Dialog
        title={texts.relay.writtenTitle}
        width="wide"
        description={texts.relay.writtenDescription(written.folder)}
        onClose={onClose}
        footer={
          <>
            {written.isLocal ? <Status /> : undefined}
            <Button onClick={onClose}>{texts.common.close}</Button>
            <Button variant="primary" data-autofocus onClick={() => runOrShowError(services, add())}>
              {texts.relay.addAndTest}
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
      title={texts.relay.title}
      width="wide"
      description={texts.relay.description}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button
            variant="primary"
            disabled={!request.success}
            onClick={() => {
              if (request.success)
                runOrShowError(services, client.invoke('relay:write', request.data).then(setWritten));
            }}
          >
            {texts.relay.write}
          </Button>
        </>
      }
    >
      <div className={css['form']}>
        <section className={css['targets']} aria-label={texts.relay.targets}>
          <h3>{texts.relay.forwardsTo}</h3>
          {destinations.length === 0 ? <p>{texts.relay.noTargets}</p> : undefined}
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
          label={texts.relay.place}
          value={place}
          options={places()}
          onChange={(value) => setPlace(value ?? 'server')}
        />
        {isLocal ? <p className={css['note']}>{texts.relay.localNote}</p> : undefined}
        <FieldRow>
          {isLocal ? undefined : (
            <TextField
              label={texts.relay.host}
              placeholder={texts.relay.hostPlaceholder}
              value={host}
              onChange={(event) => setHost(event.target.value)}
            />
          )}
          <TextField
            label={texts.relay.port}
            type="number"
            min={1}
            max={65535}
            value={port}
            onChange={(event) => setPort(Math.round(event.target.valueAsNumber))}
          />
        </FieldRow>
        {isLocal ? undefined : (
          <FieldRow>
            <TextField
              label={texts.relay.certificate}
              placeholder={texts.relay.certificatePlaceholder}
              hint={texts.relay.certificateHint}
              value={certificatePath}
              onChange={(event) => setCertificatePath(event.target.value.trim())}
            />
            <TextField
              label={texts.relay.privateKey}
              placeholder={texts.relay.privateKeyPlaceholder}
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
      <p>{pushedTo.length === 0 ? texts.relay.noOutputs : texts.relay.outputs(pushedTo)}</p>
      {refusals.map(({ name, why }) => (
        <p key={name} className={css['refusal']}>
          <CircleAlert size={14} aria-hidden />
          <NamedText text={texts.relay.leftOut(name, why)} name={name} />
        </p>
      ))}
      <ol className={css['steps']}>
        {steps.map(({ title, text, commands }) => (
          <li key={title}>
            <h3>{title}</h3>
            {text === undefined ? undefined : <p className={css['note']}>{text}</p>}
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
    if (status === undefined) setText(texts.relay.noResponse);
    else if (!status.isReceiving) setText(texts.relay.waiting);
    else setText(texts.relay.forwarding(status.pushes));
  };
  return (
    <div className={css['status']}>
      <Button onClick={() => runOrShowError(services, ask())}>{texts.relay.check}</Button>
      <span role="status">{text}</span>
    </div>
  );
}
