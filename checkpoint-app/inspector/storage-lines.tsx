import { useEffect } from 'react'
import { isLow } from '../device/storage-room.ts'
import { useBooth, usePhone } from './desk-context.tsx'
import { useOfflineWords } from './offline-words.ts'

const megabyte = 1024 * 1024

/** "3.4 MB", "2.1 GB": no more digits than help. */
export function sizeText(bytes: number): string {
  const [value, unit] = bytes >= 1024 * megabyte ? [bytes / (1024 * megabyte), 'GB'] : [bytes / megabyte, 'MB']
  return `${value >= 100 ? Math.round(value) : value.toFixed(1)}\u00a0${unit}`
}

/** Whether the browser keeps what is on this phone, and how much still fits; two cells of the list of the phone. */
export function StorageLines() {
  const words = useOfflineWords()
  const { phone } = useBooth()
  const { storage } = usePhone()
  const { locked, usedBytes, freeBytes } = storage
  useEffect(() => void phone.lookAtRoom(), [phone])
  return (
    <>
      <dt>{words.storage}</dt>
      <dd>
        {locked === undefined ? words.unknown : locked ? `✔ ${words.locked}` : `▲ ${words.unlocked}`}
        {usedBytes !== undefined && freeBytes !== undefined && (
          <span className="quiet"> {words.room(sizeText(usedBytes), sizeText(freeBytes))}</span>
        )}
        {locked === false && <p className="small">{words.unlockedWhy}</p>}
        {isLow(storage) && <p className="small">▲ {words.lowDo}</p>}
      </dd>
    </>
  )
}

/** What the disk did not take, and what to do; nothing where all is on it. */
export function HeldNote() {
  const words = useOfflineWords()
  const { held } = usePhone()
  if (held.length === 0) return null
  return (
    <p>
      ▲ <strong>{words.heldAll(held.length)}</strong>　{words.heldDo}
    </p>
  )
}
