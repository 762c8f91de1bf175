import {expect, test} from 'vitest'
import {BundleQueue} from '../../src/batch/queue.js'
import type {BatchOutcome} from '../../src/batch/task.js'

const outcomes = (name: string): BatchOutcome[] => [{path: name, bytes: 0}]

function queueOf(bundles: number): BundleQueue {
  const one = new BundleQueue(Array.from({length: 1000}, (_, index) => `${index}.md`)).bundles[0]!.length
  return new BundleQueue(Array.from({length: bundles * one}, (_, index) => `${index}.md`))
}

test('bundles hold every path once, in order', () => {
  const paths = Array.from({length: 101}, (_, index) => `${index}.md`)
  expect(new BundleQueue(paths).bundles.flat()).toEqual(paths)
  expect(new BundleQueue([]).isDone()).toBe(true)
})

test('bundles are taken in their order, in whatever order they were done', () => {
  const queue = queueOf(3)
  expect(queue.left()).toBe(3)
  expect([queue.next(), queue.next(), queue.left(), queue.next(), queue.next()]).toEqual([
    0,
    1,
    1,
    2,
    undefined
  ])
  queue.finish(2, outcomes('c'))
  expect(queue.take()).toBeUndefined()
  queue.finish(0, outcomes('a'))
  expect([queue.take(), queue.take()]).toEqual([outcomes('a'), undefined])
  queue.finish(1, outcomes('b'))
  expect([queue.take(), queue.isDone(), queue.take(), queue.isDone()]).toEqual([
    outcomes('b'),
    false,
    outcomes('c'),
    true
  ])
})

test('a bundle that is given back is begun again, and wakes who waits', async () => {
  const queue = queueOf(1)
  queue.next()
  const waiting = queue.wait()
  queue.giveBack(0)
  await waiting
  expect([queue.left(), queue.next(), queue.left()]).toEqual([1, 0, 0])
})

test('a queue that is stopped waits for what is begun, and for nothing that was given back', () => {
  const queue = queueOf(4)
  for (const _ of [0, 1, 2]) queue.next()
  queue.giveBack(1)
  queue.stop()
  expect([queue.left(), queue.next()]).toEqual([0, undefined])
  queue.finish(0, outcomes('a'))
  expect([queue.take(), queue.take(), queue.isDone()]).toEqual([outcomes('a'), [], false])
  queue.giveBack(2)
  expect([queue.take(), queue.isDone()]).toEqual([[], true])
})
