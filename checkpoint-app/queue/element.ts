/** Elements made by hand: this page has no library. */
export function element(name: string, kind: string, content?: string | Element): HTMLElement {
  const made = document.createElement(name)
  if (kind !== '') made.className = kind
  if (content !== undefined) made.append(content)
  return made
}

export function button(text: string, onPress: () => void, kind = ''): HTMLElement {
  const made = element('button', kind, text)
  made.setAttribute('type', 'button')
  made.addEventListener('click', onPress)
  return made
}
