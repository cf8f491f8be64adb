/** The applications that play now, as a menu lists them while it is open. */
import { useEffect, useState } from 'react';
import { cleanName } from '../../../../shared/destinations/name.ts';
import type { SoundApplication } from '../../../../shared/media/application-port.ts';
import type { AudioInput } from '../../../../shared/studio/inputs.ts';
import { describeError } from '../../../../shared/text/error-text.ts';
import { texts } from '../../../../shared/text/text.ts';
import { useCapture, useServices } from '../../../state/services.ts';
import type { MenuItem } from '../../../ui/overlays/MenuEntries.tsx';

/** @returns what the menu calls when it opens and closes: applications are listed as long. */
export function useApplicationWatch(): (isOpen: boolean) => void {
  const { capture } = useServices();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => (isOpen ? capture.watchApplications() : undefined), [isOpen, capture]);
  return setIsOpen;
}

/** @param isChosen listed as one that can't be chosen. @param label of the list, unless there can be none: then it says why. */
export function useApplicationItem(
  label: string,
  isChosen: (input: AudioInput) => boolean,
  onChoose: (input: AudioInput) => void,
): MenuItem {
  const applications = useCapture((state) => state.applications);
  const error = useCapture((state) => state.applicationsError);
  if (error !== undefined)
    return { label: describeError(error).title, isDisabled: true, onSelect: () => undefined };
  const found = applications ?? [];
  const items = found.map((application): MenuItem => {
    const input: AudioInput = { type: 'application', ...application };
    return {
      label: applicationLabel(application, found),
      isDisabled: isChosen(input),
      onSelect: () => onChoose(input),
    };
  });
  const none = { label: texts.mixer.noApplications, isDisabled: true, onSelect: () => undefined };
  return { label, items: items.length === 0 ? [none] : items };
}

/** With its program where others have the same name. */
function applicationLabel({ name, program }: SoundApplication, all: readonly SoundApplication[]): string {
  const isAlone = all.filter((each) => each.name === name).length === 1;
  const label = isAlone || program === undefined ? name : texts.mixer.applicationNamed(name, program);
  return cleanName(label);
}
