/** What is known of this machine's encoders, kept as the probe finds it. */
import { useEffect, useState } from 'react';
import type { EncoderList } from '../../shared/encoding/encoder-list.ts';
import { runOrShowError, useServices } from './services.ts';

export function useEncoderList(): EncoderList {
  const services = useServices();
  const { client } = services;
  const [list, setList] = useState<EncoderList>({ phase: 'unknown', probes: [] });
  useEffect(() => {
    const stop = client.on('encoders:changed', setList);
    runOrShowError(services, client.invoke('encoders:list').then(setList));
    return stop;
  }, [client, services]);
  return list;
}
