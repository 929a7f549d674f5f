import { startFace } from '../ui/start-face.tsx'
import '../office/office.css'
import { Dispatch } from './dispatch.tsx'
import './dispatch.css'

startFace(<Dispatch />)
