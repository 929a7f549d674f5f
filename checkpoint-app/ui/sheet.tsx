import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useUiWords } from './use-ui-words.ts'
import { Icon } from './icon.tsx'
import { closeIcon } from './icons.ts'
import './sheet.css'

type Given = {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
  side?: boolean
  tall?: boolean
}

/** A native dialog from the bottom edge (`side`: for desks; `tall`: for lists that change while they are searched). Escape, the close button and the veil close it. */
export function Sheet({ open, title, onClose, children, actions, side, tall }: Given) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const { close } = useUiWords()
  useEffect(() => {
    const element = dialog.current
    if (open && element && !element.open) element.showModal()
    if (!open && element?.open) element.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className={['sheet', side && 'sheet-side', tall && 'sheet-tall'].filter(Boolean).join(' ')}
      aria-labelledby={titleId}
      // React hands on the close of a sheet that was opened from inside this one.
      onClose={(event) => {
        if (event.target === dialog.current) onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      {open && (
        <div className="sheet-body">
          <div className="sheet-head">
            <h2 id={titleId}>{title}</h2>
            <button type="button" className="sheet-close" aria-label={close} onClick={onClose}>
              <Icon of={closeIcon} size={28} />
            </button>
          </div>
          {/* Scrolls, so it can be reached by keyboard even where nothing in it can. */}
          <div className="sheet-content" tabIndex={0}>
            {children}
          </div>
          {actions && <footer className="sheet-actions">{actions}</footer>}
        </div>
      )}
    </dialog>
  )
}
