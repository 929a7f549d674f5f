import * as fc from 'fast-check'

/** Any UTF-16 text at all: control characters, emoji, lone surrogates, unassigned code points. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
  .map((units) => String.fromCharCode(...units))

/** Text made of the signs people do type into these fields, with things around them that come from pasting. */
export const typedText: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...Array.from(
        '豫沪京使挂学警港澳临张欧阳·•.-‧・－—＋+()（） \u3000\u200B\uFEFF\t01589OIQXxhHｈＨ８１６\u0301\u0345ßıİ①😀',
      ),
    ),
    { maxLength: 40 },
  )
  .map((characters) => characters.join(''))

export const text: fc.Arbitrary<string> = fc.oneof(anyText, typedText)

export const awkward: readonly (readonly [title: string, value: string])[] = [
  ['nothing', ''],
  ['spaces only', ' \u3000\t\n'],
  ['an emoji', '😀'],
  ['a family of emoji', '👨‍👩‍👧‍👦'],
  ['a lone high surrogate', '\uD83D'],
  ['a lone low surrogate', '\uDE00'],
  ['a surrogate pair across the cut', `${'a'.repeat(255)}😀`],
  ['a null character', '\u0000'],
  ['a million digits', '1'.repeat(1_000_000)],
  ['a million letters I', 'I'.repeat(1_000_000)],
  ['a million spaces', ' '.repeat(1_000_000)],
  ['a million dots', '·'.repeat(1_000_000)],
  ['a million combining marks', `e${'\u0301'.repeat(1_000_000)}`],
  ['a ligature that grows eighteenfold', '\uFDFA'.repeat(100_000)],
]
