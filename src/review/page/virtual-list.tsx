// A list that draws only the rows in sight, for ten thousand of them. Rows may have any height.
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions
} from '@tanstack/virtual-core'
import type {ComponentChildren} from 'preact'
import {useLayoutEffect, useRef, useState} from 'preact/hooks'

/** A list that draws only what is in sight. */
export interface VirtualListProps {
  readonly count: number
  /** Height of a row before it is drawn, in pixels. */
  readonly estimate: number
  readonly label: string
  readonly class: string
  /** Identity of a row. */
  readonly keyOf: (index: number) => number | string
  readonly row: (index: number) => ComponentChildren
  /** Row to keep in sight when it changes. */
  readonly active?: number | undefined
}

/** Draw a list of rows of any height; for screen readers each tells its place in the whole. */
export function VirtualList(props: VirtualListProps) {
  const {count, estimate, label, keyOf, row, active} = props
  const box = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => estimate,
    getItemKey: keyOf,
    overscan: 6
  })
  useLayoutEffect(() => {
    if (active !== undefined && active >= 0) virtual.scrollToIndex(active, {align: 'auto'})
  }, [virtual, active])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class={`${props.class} scroller`} ref={box} tabIndex={0} aria-label={label}>
      <ul class="virtual" style={{height: `${virtual.getTotalSize()}px`}}>
        {virtual.getVirtualItems().map(({key, index, start}) => (
          <li
            key={key}
            data-index={index}
            ref={(element: HTMLLIElement | null) => virtual.measureElement(element)}
            style={{transform: `translateY(${start}px)`}}
            aria-setsize={count}
            aria-posinset={index + 1}
          >
            {row(index)}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Options = VirtualizerOptions<HTMLElement, HTMLLIElement>

/** The adapter of the library for preact. */
function useVirtualizer(
  options: Pick<Options, 'count' | 'getScrollElement' | 'estimateSize' | 'overscan'> & {
    readonly getItemKey: (index: number) => number | string
  }
): Virtualizer<HTMLElement, HTMLLIElement> {
  const [, redraw] = useState(0)
  const all: Options = {
    ...options,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw((count) => count + 1)
  }
  const [virtual] = useState(() => new Virtualizer(all))
  virtual.setOptions(all)
  useLayoutEffect(() => virtual._didMount(), [virtual])
  useLayoutEffect(() => virtual._willUpdate())
  return virtual
}
