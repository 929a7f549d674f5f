import { startFace } from '../ui/start-face.tsx'
import { setUpToken } from './address.ts'
import './office.css'
import './ledger/ledger.css'
import './ledger/sheet.css'
import './checkpoints/sign.css'
import './print.css'
import { Office } from './office.tsx'

/** The secret leaves the address, and with it the history, before anything is drawn. */
function takeSetUpToken(): string | undefined {
  const token = setUpToken(location.hash)
  if (token) history.replaceState(null, '', location.pathname)
  return token
}

const token = takeSetUpToken()
addEventListener('hashchange', () => {
  if (setUpToken(location.hash)) location.reload()
})
startFace(<Office {...(token ? { token } : {})} />)
