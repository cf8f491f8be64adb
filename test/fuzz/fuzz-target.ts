/** What the fuzzer runs. One file in `targets/` for each parser that meets bytes of a stranger. */

export interface FuzzTarget {
  readonly name: string;
  /** Takes any input. May throw only an `AppError`, and never `internal/bug`. */
  run(input: Uint8Array): void | Promise<void>;
  /** Inputs that make sense to it; everything tried is made from these. */
  readonly seeds: readonly Uint8Array[];
}
