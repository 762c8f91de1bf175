// The frame of all dialogs: the browser's own, which keeps the focus inside and gives it back.
import type {ComponentChildren} from 'preact'
import {useLayoutEffect, useRef} from 'preact/hooks'

/** A dialog over the page. */
export interface DialogProps {
  readonly title: string
  readonly class?: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** Show a dialog until it is closed by its buttons, Escape, or a click beside it. */
export function Dialog({title, class: name = '', onClose, children}: DialogProps) {
  const box = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    box.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus({preventScroll: true})
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
    <dialog
      ref={box}
      class={name}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={({target}) => {
        if (target === box.current) onClose()
      }}
    >
      <div class="dialog">
        <h2 id="dialog-title">{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
