import { fileOf } from './keep-pictures.ts'
import type { Picture } from './keep-pictures.ts'

const dresses = [
  { language: 'zh', theme: 'day', title: '中文 · 日' },
  { language: 'zh', theme: 'night', title: '中文 · 夜' },
  { language: 'en', theme: 'day', title: 'English · day' },
  { language: 'en', theme: 'night', title: 'English · night' },
] as const

/** The page that shows all pictures side by side: a table a face, a line a screen. */
export function contactSheet(pictures: readonly Picture[]): string {
  const faces = [...new Set(pictures.map(({ face }) => face))]
  const screens = new Set(pictures.map(({ face, screen }) => `${face}/${screen}`)).size
  return [
    '# Screens',
    '',
    `Written by \`npm run screens\`: ${screens} screens of ${faces.length} faces, each as a browser draws it from the demonstration's`,
    'invented data. Do not edit; a screen is added in `tests/screens/walks/`.',
    '',
    faces.map((face) => `[${face}](#${face})`).join(' · '),
    '',
    ...faces.flatMap((face) => tableOf(face, pictures)),
  ].join('\n')
}

function tableOf(face: Picture['face'], pictures: readonly Picture[]): string[] {
  const own = pictures.filter((picture) => picture.face === face)
  const width = face === 'office' ? 320 : 180
  const cell = (screen: string, dress: (typeof dresses)[number]) => {
    const found = own.find(
      (one) => one.screen === screen && one.language === dress.language && one.theme === dress.theme,
    )
    return found === undefined
      ? ''
      : `<img src="${face}/${fileOf(found)}" width="${width}" alt="${screen}, ${dress.title}">`
  }
  const names = [...new Set(own.map(({ screen }) => screen))]
  return [
    `## ${face}`,
    '',
    `| screen | ${dresses.map(({ title }) => title).join(' | ')} |`,
    `|---|${dresses.map(() => '---').join('|')}|`,
    ...names.map((screen) => `| ${screen} | ${dresses.map((dress) => cell(screen, dress)).join(' | ')} |`),
    '',
  ]
}
