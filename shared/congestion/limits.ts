/** The numbers of the estimator. None stands in an article; each is a property of trucks, roads and phones, not of one checkpoint. */

/** What is older by the time of its happening is forgotten, minutes. */
export const remembersMinutes = 480
/** Kept at most of each kind, the newest; the memory of a checkpoint is bounded by them. */
export const keeps = { inspected: 4096, checkIns: 2048, reports: 96, lanes: 256 } as const

/** A truck with its gap to the next, metres of one approach lane. */
export const truckMetres = 19.1
/** From the booth line to the front of the queue, metres. */
export const frontMetres = 20
/** Trucks that wait at one booth before others are held back at the plaza. */
export const heldAtBooths = 2

/** From the start of an inspection to the scan of the plate, seconds; from one truck's end to the next one's start. */
export const scanSeconds = 5
export const moveUpSeconds = 12
/** The same plate again within so many minutes is the same truck. */
export const sameTruckMinutes = 30

/** A phone tells its position about so long after its truck came to a stand, minutes. */
export const positionMinutes = 0.85
/** Speed on a free approach, metres a minute. */
export const freeSpeed = 1050

/** A device clock is put right when it is off by more, seconds; a slow one only after so many uploads. */
export const clockOffSeconds = 25
export const clockSeen = 15

/** A report of a person holds its full weight so long, minutes. */
export const reportHoldsMinutes = 10
