import { useEffect, useState } from 'react'
import { useLanguage } from './language.tsx'
import { askNumbers, keptNumbers, linesOf, numbersChanged, type Known } from './published-numbers.ts'

/** The city's numbers to call, those kept here until the server has answered. */
export function usePublishedNumbers(): Known {
  const [known, setKnown] = useState<Known>(keptNumbers)
  useEffect(() => {
    let here = true
    const ask = () =>
      void askNumbers().then((numbers) => {
        if (here) setKnown(numbers)
      })
    ask()
    addEventListener(numbersChanged, ask)
    return () => {
      here = false
      removeEventListener(numbersChanged, ask)
    }
  }, [])
  return known
}

/** 应急运输保障电话 and 举报电话: each to be dialled, or that it is not published (第十六条). */
export function NumberLines() {
  const { language } = useLanguage()
  const known = usePublishedNumbers()
  return (
    <dl className="call-numbers">
      {linesOf(known, language).map(({ name, number, said }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{number === null ? said : <a href={`tel:${number}`}>{said}</a>}</dd>
        </div>
      ))}
    </dl>
  )
}
