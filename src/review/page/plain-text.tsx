// Text of an article on the page. preact writes text nodes, never HTML; what is left is invisible characters that
// would turn the reading direction around or hide words.
import type {ComponentChildren} from 'preact'

const invisible = /([\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])/u

/** What a character is called that a reader may have heard of. */
const names: Readonly<Record<string, string>> = {
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override'
}

/** Text as it stands; invisible characters are shown by a sign and do nothing. */
export function PlainText({text}: {readonly text: string}): ComponentChildren {
  if (!invisible.test(text)) return text
  return text
    .split(invisible)
    .map((part, index) => (index % 2 === 0 ? part : <Sign key={index} unit={part} />))
}

function Sign({unit}: {readonly unit: string}) {
  const code = `U+${unit.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`
  // Soft hyphens and zero-width joiners are harmless and frequent: nothing stands for them.
  if (unit === '\u00ad' || unit === '\u200d' || unit === '\u200b') return null
  return (
    <span class="sign" title={names[unit] ?? 'invisible character'}>
      {code}
    </span>
  )
}
