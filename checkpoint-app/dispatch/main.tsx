import { startFace } from '../ui/start-face.tsx'
import '../office/office.css'
import { Dispatch } from './dispatch.tsx'
import './dispatch.css'
import './standing.css'
import './board-list.css'
import './road-map.css'
import './checkpoint-side.css'
import './narrow-and-wall.css'

startFace(<Dispatch />)
