import { describe, expect, test } from 'vitest'
import { pointUnder } from '../../checkpoint-app/device/camera-controls.ts'
import { betterThan, kindOf, otherOf, remembered, worthTrying, type Lens } from '../../checkpoint-app/device/lenses.ts'

const lens = (label: string): Lens => ({ id: `id of ${label}`, label })
const phone = (...labels: string[]) => labels.map(lens)

describe('a lens by its name', () => {
  test.each([
    ['camera2 0, facing back', 'main'],
    ['camera2 1, facing front', 'front'],
    ['Back Camera', 'main'],
    ['Back Ultra Wide Camera', 'ultra'],
    ['Back Dual Wide Camera', 'main'],
    ['Back Triple Camera', 'main'],
    ['Back Telephoto Camera', 'tele'],
    ['Front Camera', 'front'],
    ['后置相机', 'main'],
    ['后置超广角相机', 'ultra'],
    ['后置双广角相机', 'main'],
    ['后置长焦相机', 'tele'],
    ['前置相机', 'front'],
    ['FaceTime HD Camera', 'front'],
    ['ToF depth camera', 'depth'],
    ['微距镜头', 'macro'],
    ['', 'main'],
  ])('%s is %s', (label, kind) => expect(kindOf(lens(label))).toBe(kind))
})

describe('the lens that reads codes', () => {
  const android = phone('camera2 1, facing front', 'camera2 2, facing back', 'camera2 0, facing back')
  const [front, second, first] = android
  const iphone = phone('Front Camera', 'Back Ultra Wide Camera', 'Back Camera')

  test('Android’s lowest number of the back comes first, front last, depth never', () => {
    expect(worthTrying([...android, lens('depth')]).map(({ label }) => label)).toEqual([
      'camera2 0, facing back',
      'camera2 2, facing back',
      'camera2 1, facing front',
    ])
  })

  test.each([
    ['an ultra-wide gives way', iphone[1]!, 'unknown', iphone, 'Back Camera'],
    ['a front lens gives way', front!, 'unknown', android, 'camera2 0, facing back'],
    ['a lens without a focus gives way', second!, 'fixed', android, 'camera2 0, facing back'],
    ['a lens that focuses stays', second!, 'moves', android, undefined],
    ['where the browser says nothing of focus it stays', second!, 'unknown', android, undefined],
    ['the only lens stays, whatever it is', lens('Front Camera'), 'fixed', phone('Front Camera'), undefined],
  ] as const)('%s', (_, opened, focus, all, expected) =>
    expect(betterThan({ lens: opened, focus }, all, [])?.label).toBe(expected),
  )

  test('what was tried is not tried again, so that trying ends', () => {
    expect(betterThan({ lens: second!, focus: 'fixed' }, android, [first!.id])).toBeUndefined()
  })

  test('a choice is found by its id, or by its name once ids are new', () => {
    expect(remembered(android, { id: second!.id, label: 'renamed' })).toBe(second)
    expect(remembered(android, { id: 'of yesterday', label: second!.label })).toBe(second)
    expect(remembered(android, { id: 'of yesterday', label: '' })).toBeUndefined()
    expect(remembered(android, undefined)).toBeUndefined()
  })

  test('with two lenses a press takes the other, with three or one there is no other', () => {
    const two = [first!, second!]
    expect(otherOf(two, first!.id)).toBe(second)
    expect(otherOf(two, second!.id)).toBe(first)
    expect(otherOf(two, undefined)).toBe(first)
    expect(otherOf(android, first!.id)).toBeUndefined()
    expect(otherOf([first!], first!.id)).toBeUndefined()
  })
})

describe('a tap on a picture that covers its box', () => {
  const portrait = { width: 300, height: 600 }
  const film = { width: 1280, height: 720 }
  test('the middle is the middle', () => {
    expect(pointUnder({ x: 150, y: 300 }, portrait, film)).toEqual({ x: 0.5, y: 0.5 })
  })
  test('what is cut off at the sides cannot be reached', () => {
    const { x, y } = pointUnder({ x: 0, y: 600 }, portrait, film)
    // 600 px high means 1066.7 px wide: 383 px of them are cut off at each side.
    expect(x).toBeCloseTo(383.33 / 1066.67, 3)
    expect(y).toBe(1)
  })
})
