import { startFace } from '../ui/start-face.tsx'
import { ApplyFace } from './apply-face.tsx'

startFace(<ApplyFace />)
