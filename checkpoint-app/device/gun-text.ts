/** What a gun may put before a code: the AIM identifier of its kind, or up to three characters of its own. */
const prefix = /^(?:\][a-z]\w|[^a-z]{1,3})(?=cx:|https?:\/\/|eyj)/i

const swapped = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))

/**
 * The code as it was printed. A full-width input method widens every character; Caps Lock, or a gun set to one case, turns
 * capitals and small letters round: our codes use one case each, so turning back loses nothing.
 */
export function gunText(typed: string): string {
  const narrow = typed.replace(/[\u3000\uff01-\uff5e]/g, (wide) =>
    wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  )
  const text = narrow.replace(prefix, '')
  return /^(?:cx:|HTTPS?:\/\/|EYj)/.test(text) ? swapped(text) : text
}
