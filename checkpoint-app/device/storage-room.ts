/** What the browser says of the room on this phone; each is left out where it does not say. */
export type StorageRoom = {
  /** 存储已锁定: the browser does not clear it by itself when the phone is short of space. */
  readonly locked?: boolean
  readonly usedBytes?: number
  readonly freeBytes?: number
}

/** A shift of 2,000 records takes about a sixth of it. */
const lowBytes = 50 * 1024 * 1024

export const isLow = ({ freeBytes }: StorageRoom): boolean => freeBytes !== undefined && freeBytes < lowBytes

export type Room = Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>

/** Never throws. `ask`: a browser may put the question to the person, so it is asked right after the phone was bound, and at work. */
export async function storageRoom(room: Partial<Room> | undefined, ask: boolean): Promise<StorageRoom> {
  const quietly = async <T>(what: (() => Promise<T>) | undefined): Promise<T | undefined> => {
    try {
      return await what?.call(room)
    } catch {
      return undefined
    }
  }
  const before = await quietly(room?.persisted)
  const locked = before === true || !ask ? before : ((await quietly(room?.persist)) ?? before)
  const { usage, quota } = (await quietly(room?.estimate)) ?? {}
  return {
    ...(locked === undefined ? {} : { locked }),
    ...(usage === undefined ? {} : { usedBytes: usage }),
    ...(usage === undefined || quota === undefined ? {} : { freeBytes: Math.max(0, quota - usage) }),
  }
}
