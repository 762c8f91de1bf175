// Keys and a word about how the review works. What the keys do: keys.ts, app.tsx.
import {Dialog} from './dialog.js'
import {keys} from './keys.js'

/** The help. */
export interface HelpDialogProps {
  readonly areKeysOn: boolean
  readonly onKeys: (areOn: boolean) => void
  readonly onClose: () => void
}

/** Show the keys and how the review works. */
export function HelpDialog({areKeysOn, onKeys, onClose}: HelpDialogProps) {
  return (
    <Dialog title="Help" class="help" onClose={onClose}>
      <p>
        Struck words are what the text says, green words what it will say. Amber ones wait for you: accept the
        change, keep the text as it is, or write your own. Your decisions are saved as you go; the files
        themselves change only at the very end.
      </p>
      <dl class="keys">
        {keys.map(({key, words}) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>1–9</kbd>
          </dt>
          <dd>Mark one of several texts</dd>
        </div>
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={areKeysOn}
          onChange={({currentTarget}) => onKeys(currentTarget.checked)}
        />
        Single letters work as keys
      </label>
      <div class="dialog-actions">
        <button type="button" class="accept" onClick={onClose}>
          Close
        </button>
      </div>
    </Dialog>
  )
}
