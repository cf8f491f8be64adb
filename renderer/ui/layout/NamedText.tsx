/** A sentence with a person's name for something in it: a name in letters of another direction doesn't move what stands around it. */
export interface NamedTextProps {
  readonly text: string;
  /** As it stands in the text; where it doesn't, the text is shown as it is. */
  readonly name: string | undefined;
}

export function NamedText({ text, name = '' }: NamedTextProps) {
  const start = name === '' ? -1 : text.indexOf(name);
  if (start === -1) return text;
  return (
    <>
      {text.slice(0, start)}
      <bdi>{name}</bdi>
      {text.slice(start + name.length)}
    </>
  );
}
