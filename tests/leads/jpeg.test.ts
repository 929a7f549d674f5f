import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jpegHead, photoFault } from '../../shared/leads/jpeg.ts'
import { mayBecome } from '../../shared/leads/kinds.ts'
import { jpeg } from '../kit/jpeg.ts'

describe('the head of a photograph', () => {
  it('says its size, and whether it tells of a place', () => {
    expect(jpegHead(jpeg({ width: 1280, height: 960 }))).toEqual({ width: 1280, height: 960, described: false })
    expect(jpegHead(jpeg({ exif: true }))).toMatchObject({ described: true })
  })
  it.each([
    ['nothing', Uint8Array.of()],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ['only its first bytes', jpeg().slice(0, 30)],
    ['without an end', jpeg().slice(0, -2)],
    ['a segment of no length', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0xff, 0xd9)],
    ['no picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)],
  ])('%s is none', (_, bytes) => expect(jpegHead(bytes)).toBeUndefined())

  it('any bytes are read without a fall', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const framed = Uint8Array.from([0xff, 0xd8, ...bytes, 0xff, 0xd9])
        expect([undefined, 'object']).toContain(jpegHead(framed) && typeof jpegHead(framed))
      }),
    )
  })
})

describe('a photograph is kept', () => {
  it.each([
    ['as the phone makes it', {}, undefined],
    ['as large as may be', { width: 1280, height: 1280, bytes: 150_000 }, undefined],
    ['upright', { width: 720, height: 1280 }, undefined],
    ['too wide', { width: 1281 }, 'too-large'],
    ['too heavy', { bytes: 150_001 }, 'too-large'],
    ['with the place it was taken', { exif: true }, 'described'],
    ['of no height', { height: 0 }, 'not-jpeg'],
  ])('%s: %j', (_, picture, fault) => expect(photoFault(jpeg(picture))).toBe(fault))
})

it('a lead is left once in each state, and what was found out stays', () => {
  expect(mayBecome('open', 'passed-on')).toBe(true)
  expect(mayBecome('passed-on', 'confirmed')).toBe(true)
  expect(mayBecome('passed-on', 'open')).toBe(false)
  expect(mayBecome('confirmed', 'unfounded')).toBe(false)
  expect(mayBecome('unfounded', 'confirmed')).toBe(false)
})
