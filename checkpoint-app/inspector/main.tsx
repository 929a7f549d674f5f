import './inspector.css'
import { startFace } from '../ui/start-face.tsx'
import { InspectorFace } from './inspector-face.tsx'

startFace(<InspectorFace />, { app: 'checkpoint' })
