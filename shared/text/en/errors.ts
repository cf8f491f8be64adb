/** What goes with the text of an error. */
export const errors = {
  serverSaid: (words: string) => `The server said: “${words}”`,
};
