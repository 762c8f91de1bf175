// What an editor chooses from: the words of a finding and the texts offered for them. Who chose what: apply.ts.
import type {Block, Decision, Finding} from '../model.js'
import type {Range} from '../text/range.js'

/** The words of a finding as an editor reads them, and what may stand there instead. */
export interface Offer {
  /** In units of the block's text: the finding's span, widened over its whole match. */
  readonly span: Range
  /** The block's text at `span`. */
  readonly text: string
  /** Best first. */
  readonly choices: readonly [string, ...string[]]
  /** Per choice: as the glossary has it, without the grammar around it. */
  readonly forms: readonly string[]
}

/**
 * Widen a finding over the whole of its match: “Ideal Auto” → “Li Auto”, of which only “Ideal” is edited.
 */
export function offerOf({span, text, replacement, alternatives, pair}: Finding, block: Block): Offer {
  const offered: [string, ...string[]] = [
    replacement,
    ...alternatives.filter((other) => other !== replacement)
  ]
  if (pair === undefined) return {span, text, choices: offered, forms: offered}
  const start = Math.min(span.start, pair.span.start)
  const end = Math.max(span.end, pair.span.end)
  const head = block.text.slice(start, span.start)
  const tail = block.text.slice(span.end, end)
  const widen = (choice: string) => head + choice + tail
  return {
    span: {start, end},
    text: block.text.slice(start, end),
    choices: [widen(replacement), ...alternatives.map(widen)],
    forms: pair.forms
  }
}

/**
 * The text that a decision puts in place of the words.
 *
 * A word on one place holds the very text; one on all like it the glossary's form, for which the mended choice is
 * looked up. A form of the editor's own takes the place of the first one, with the grammar that was mended for that.
 */
export function chooseText(
  {choices, forms}: Pick<Offer, 'choices' | 'forms'>,
  {replacement, scope}: Pick<Decision, 'replacement' | 'scope'>
): string {
  if (replacement === undefined) return choices[0]
  // A re-wrapped paragraph may break the line within the words: the choice has the break where it stands now.
  if (scope === 'here') return choices.find((choice) => isSameText(choice, replacement)) ?? replacement
  const known = forms.indexOf(replacement)
  if (known >= 0) return choices[known] ?? replacement
  const [form = ''] = forms
  if (form !== '' && choices[0].includes(form)) return choices[0].replace(form, () => replacement)
  return replacement
}

/** Whether two texts differ in white space at most, such as in where a line breaks. */
export function isSameText(a: string, b: string): boolean {
  return a === b || a.replace(/\s+/gu, ' ') === b.replace(/\s+/gu, ' ')
}

/** The form to remember for a chosen text: the counterpart of `chooseText` for wider scopes. */
export function formOf({choices, forms}: Pick<Offer, 'choices' | 'forms'>, text: string): string {
  const known = choices.indexOf(text)
  if (known >= 0) return forms[known] ?? text
  const [form = ''] = forms
  const at = form === '' ? -1 : choices[0].indexOf(form)
  if (at < 0) return text
  const tail = choices[0].slice(at + form.length)
  const article = /^(?:an?|the)\s+/iu
  // What stands around the form was mended for it; an editor's own article counts as mended, too.
  const bare = article.test(choices[0].slice(0, at)) ? text.replace(article, '') : text
  return tail !== '' && bare.endsWith(tail) ? bare.slice(0, bare.length - tail.length) : bare
}
