/** Which file comes after which. Pure but for the random numbers that it is given. */

export interface PlayListRules {
  /** Files in the list, at least one. */
  readonly count: number;
  readonly order: 'inTurn' | 'random';
  readonly isLooping: boolean;
}

export class PlayList {
  #rules: PlayListRules;
  readonly #random: () => number;
  /** Entries of this round. */
  #round: readonly number[];
  /** Of the file under way, in the round. */
  #at = 0;

  /** @param random 0 to 1, without 1. */
  constructor(rules: PlayListRules, random: () => number = Math.random) {
    this.#rules = rules;
    this.#random = random;
    this.#round = this.#newRound(undefined);
  }

  get current(): number {
    return this.#round[this.#at] ?? 0;
  }

  /** From the file after the one under way on. */
  setRules(rules: PlayListRules): void {
    const { current } = this;
    const isSameRound = rules.count === this.#rules.count && rules.order === this.#rules.order;
    this.#rules = rules;
    if (!isSameRound) this.goTo(Math.min(current, rules.count - 1));
  }

  /** A new round. */
  restart(): void {
    this.#round = this.#newRound(undefined);
    this.#at = 0;
  }

  goTo(entry: number): void {
    const wanted = entry >= 0 && entry < this.#rules.count ? entry : 0;
    if (this.#round.length !== this.#rules.count || !this.#round.includes(wanted))
      this.#round = this.#newRound(undefined);
    this.#at = this.#round.indexOf(wanted);
  }

  /** Whether another file follows without `skip`: the list loops, or the round has more. */
  get hasNext(): boolean {
    return this.#rules.isLooping || this.#at + 1 < this.#round.length;
  }

  /** The file after the one under way becomes the current one; behind the last one a new round begins. */
  advance(): void {
    if (this.#at + 1 < this.#round.length) this.#at += 1;
    else {
      this.#round = this.#newRound(this.current);
      this.#at = 0;
    }
  }

  /** The file before; before the first one, the last of the round. */
  goBack(): void {
    this.#at = (this.#at + this.#round.length - 1) % this.#round.length;
  }

  /** @param last that may not come first again. */
  #newRound(last: number | undefined): readonly number[] {
    const entries = Array.from({ length: this.#rules.count }, (_, entry) => entry);
    if (this.#rules.order === 'inTurn') return entries;
    for (let index = entries.length - 1; index > 0; index -= 1)
      this.#swap(entries, index, this.#below(index + 1));
    if (entries.length > 1 && entries[0] === last)
      this.#swap(entries, 0, 1 + this.#below(entries.length - 1));
    return entries;
  }

  #below(count: number): number {
    return Math.min(count - 1, Math.floor(this.#random() * count));
  }

  #swap(entries: number[], one: number, other: number): void {
    const kept = entries[one] ?? 0;
    entries[one] = entries[other] ?? 0;
    entries[other] = kept;
  }
}
