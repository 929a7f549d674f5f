import { useState } from 'react'
import { Choice } from './choice.tsx'
import { useLanguage } from './language.tsx'
import { chooseTheme, chooseTypeSize, theme, typeSize } from './theme.ts'
import { useUiWords } from './use-ui-words.ts'

/** 中文 is the default; the choice is kept on this phone. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage()
  const words = useUiWords()
  const options = [
    { value: 'zh', label: '中文' },
    { value: 'en', label: 'English' },
  ] as const
  return <Choice legend={words.language} options={options} value={language} onChange={choose} columns={2} />
}

export function ThemeSwitch() {
  const words = useUiWords()
  const [chosen, setChosen] = useState(theme)
  const options = [
    { value: 'auto', label: words.themeAuto },
    { value: 'day', label: words.themeDay },
    { value: 'night', label: words.themeNight },
  ] as const
  const choose = (next: (typeof options)[number]['value']) => {
    chooseTheme(next)
    setChosen(next)
  }
  return <Choice legend={words.theme} options={options} value={chosen} onChange={choose} columns={3} />
}

export function TypeSizeSwitch() {
  const words = useUiWords()
  const [chosen, setChosen] = useState(typeSize)
  const options = [
    { value: 'normal', label: words.typeNormal },
    { value: 'large', label: words.typeLarge },
  ] as const
  const choose = (next: (typeof options)[number]['value']) => {
    chooseTypeSize(next)
    setChosen(next)
  }
  return <Choice legend={words.typeSize} options={options} value={chosen} onChange={choose} columns={2} />
}
