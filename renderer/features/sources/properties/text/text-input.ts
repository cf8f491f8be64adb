/** What the fields of a text source get. */
import type { TextInput } from '../../../../../shared/studio/inputs.ts';

export interface TextPropertiesProps {
  readonly sourceId: string;
  readonly input: TextInput;
  readonly onChange: (input: TextInput, gestureId: string | undefined) => void;
}
