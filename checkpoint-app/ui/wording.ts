/** The shape of a dictionary: what a translation must have, whatever the words are. A missing key does not compile. */
export type Wording<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? string
    : Words[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Wording<Words[Key]>
}
