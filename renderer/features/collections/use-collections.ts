/** The collections that there are, as main lists them. */
import { useEffect, useState } from 'react';
import type { CollectionList } from '../../../shared/studio/collections/collection-commands.ts';
import { runOrShowError, useServices } from '../../state/services.ts';

const NONE: CollectionList = { openId: '', collections: [] };

export function useCollections(): CollectionList {
  const services = useServices();
  const [list, setList] = useState(NONE);
  useEffect(() => {
    const { client } = services;
    const end = client.on('collections:changed', setList);
    runOrShowError(services, client.invoke('collections:list').then(setList));
    return end;
  }, [services]);
  return list;
}
