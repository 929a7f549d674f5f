import { keep, kept } from './kept.ts'

export type Theme = 'auto' | 'day' | 'night'
export type TypeSize = 'normal' | 'large'

export const theme = (): Theme => {
  const value = kept('theme')
  return value === 'day' || value === 'night' ? value : 'auto'
}

export const typeSize = (): TypeSize => (kept('type-size') === 'large' ? 'large' : 'normal')

/** Puts what was chosen on the page; called before the first paint. */
export function dress(page: HTMLElement = document.documentElement): void {
  const chosen = theme()
  if (chosen === 'auto') delete page.dataset['theme']
  else page.dataset['theme'] = chosen
  if (typeSize() === 'large') page.dataset['type'] = 'large'
  else delete page.dataset['type']
}

export function chooseTheme(next: Theme): void {
  keep('theme', next === 'auto' ? undefined : next)
  dress()
}

export function chooseTypeSize(next: TypeSize): void {
  keep('type-size', next === 'large' ? next : undefined)
  dress()
}
