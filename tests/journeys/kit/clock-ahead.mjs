// Loaded before the server: its clock, and the Date of its answers, are ahead by CLOCK_AHEAD milliseconds.
import { ServerResponse } from 'node:http'

const ahead = Number(process.env.CLOCK_AHEAD ?? 0)
const real = Date.now
Date.now = () => real() + ahead
const writeHead = Reflect.get(ServerResponse.prototype, 'writeHead')
ServerResponse.prototype.writeHead = function (...given) {
  this.setHeader('Date', new Date(Date.now()).toUTCString())
  return writeHead.apply(this, given)
}
