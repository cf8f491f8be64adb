/** The font of a text: one of those that this computer has. A font from elsewhere stays, and is said to be missing. */
import { useEffect, useState } from 'react';
import { ChoiceField } from '../../../../ui/editing/ChoiceField.tsx';
import { isFontThere, knownFonts, systemFonts } from './fonts.ts';
import { texts } from '../../../../../shared/text/text.ts';

export interface FontFieldProps {
  readonly family: string;
  readonly onChange: (family: string) => void;
}

export function FontField({ family, onChange }: FontFieldProps) {
  const [fonts, setFonts] = useState(knownFonts);
  useEffect(() => {
    void systemFonts().then(setFonts);
  }, []);
  const others = fonts.includes(family) ? [] : [family];
  return (
    <ChoiceField
      label={texts.properties.font}
      value={family}
      options={[...others, ...fonts].map((value) => ({
        value,
        label: others.includes(value) && !isFontThere(value) ? texts.properties.missingFont(value) : value,
      }))}
      onChange={onChange}
    />
  );
}
