import { startFace } from '../ui/start-face.tsx'
import { takePlace } from './appeal-place.ts'
import { DriverFace } from './driver-face.tsx'

takePlace()
startFace(<DriverFace />, { app: 'driver' })
