import { startFace } from '../ui/start-face.tsx'
import { DriverFace } from './driver-face.tsx'

startFace(<DriverFace />, { app: 'driver' })
