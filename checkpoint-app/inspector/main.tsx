import './inspector.css'
import './scan.css'
import './crew.css'
import './ask.css'
import './session.css'
import './verdict.css'
import { startFace } from '../ui/start-face.tsx'
import { InspectorFace } from './inspector-face.tsx'

startFace(<InspectorFace />, { app: 'checkpoint' })
