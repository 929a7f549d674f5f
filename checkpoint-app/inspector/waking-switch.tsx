import { useCallback, useEffect, useMemo, useState } from 'react'
import { waking, type Waking, type WakingKept } from '../device/waking.ts'
import { wakingBrowser } from '../device/waking-browser.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { keep, kept } from '../ui/kept.ts'
import { useBooth, usePhone } from './desk-context.tsx'
import { useWakingWords } from './waking-words.ts'

const isKept = (value: unknown): value is WakingKept =>
  typeof value === 'object' && value !== null && ['terminal', 'id', 'endpoint'].every((name) => name in value)

/** Of this phone as whoever it is bound to. */
function useWaking() {
  const { phone } = useBooth()
  const terminal = usePhone().terminal?.id ?? ''
  return useMemo(
    () =>
      waking({
        browser: wakingBrowser('checkpoint'),
        server: phone,
        terminal,
        kept: () => {
          const value = kept('waking')
          return isKept(value) ? value : undefined
        },
        keep: (value) => void keep('waking', value),
      }),
    [phone, terminal],
  )
}

/** What the browser changed while the app was closed is told to the server when it opens. */
export function KeepWaking() {
  const mine = useWaking()
  useEffect(() => {
    if (kept('waking') !== undefined) void mine.look()
  }, [mine])
  return null
}

/** A switch only where it does something; elsewhere why there is none. */
export function WakingSwitch() {
  const words = useWakingWords()
  const mine = useWaking()
  const [standing, setStanding] = useState<Waking | 'looking'>('looking')
  const look = useCallback(async () => setStanding(await mine.look()), [mine])
  useEffect(() => {
    void look()
    // Somebody comes back from the settings of the phone.
    const again = () => void (document.visibilityState === 'visible' && look())
    document.addEventListener('visibilitychange', again)
    return () => document.removeEventListener('visibilitychange', again)
  }, [look])
  const choose = async (value: 'on' | 'off') => {
    setStanding('looking')
    setStanding(await (value === 'on' ? mine.turnOn() : mine.turnOff()))
  }
  if (standing === 'on' || standing === 'off') {
    const options = [
      { value: 'on', label: words.on },
      { value: 'off', label: words.off },
    ] as const
    return (
      <>
        <Choice
          legend={words.waking}
          options={options}
          value={standing}
          onChange={(value) => void choose(value)}
          columns={2}
        />
        <p className="quiet small">{words.hint}</p>
      </>
    )
  }
  return (
    <div role="status">
      <p className="quiet small">
        {words.waking}：{words[standing]}
      </p>
      {(standing === 'no-service' || standing === 'unreached') && (
        <Button compact onClick={() => void choose('on')}>
          {words.again}
        </Button>
      )}
    </div>
  )
}
