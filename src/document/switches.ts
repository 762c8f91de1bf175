// Comments that switch findings off and on: recognised, checked, and turned into ranges of the source.
// markdown.ts and plain.ts say where comments and constructs stand.
import type {Disabled, DocumentProblem} from '../model.js'
import type {Range} from '../text/range.js'

/** A switch comment, well-formed or not, or a construct that one before it may apply to. */
export type Step =
  | {readonly kind: 'comment'; readonly range: Range; readonly words: string; readonly isClosed: boolean}
  | {readonly kind: 'construct'; readonly range: Range}

/** What the comments of a text come to. */
interface Switches {
  /** By start, then end. */
  readonly disabled: readonly Disabled[]
  /** In source order. */
  readonly problems: readonly DocumentProblem[]
}

const htmlComment = /<!--([\s\S]*?)(-->|$)/g
const expressionComment = /^\{\s*\/\*([\s\S]*?)(\*\/)\s*\}$/g
/** `nameright-disable`, and what somebody may have written for it. */
const isSwitch = /^name(?:[_-]?ri[ghte]{2,4}\b|\s+right[\s:_-]+(?:dis|en))/i
const command = /^nameright-(disable-next|disable|enable)(?:\s+([\s\S]+))?$/
const ruleId = /^[\p{L}\d][\p{L}\d._:/-]*$/u

/**
 * Find the switch comments in HTML or in an MDX expression.
 *
 * @param text - A tag, a comment, a run of HTML, or an expression with its braces.
 * @param offset - Where `text` starts in the source.
 * @returns Comments meant for this program, in order; others are not mentioned.
 */
export function findComments(text: string, offset: number): Step[] {
  const steps: Step[] = []
  for (const match of text.matchAll(text.startsWith('{') ? expressionComment : htmlComment)) {
    // A comment over several lines may stand in a quote.
    const words = match[1]!.replace(/\s*[\r\n][ \t>]*/g, ' ').trim()
    if (!isSwitch.test(words)) continue
    const start = offset + match.index
    steps.push({
      kind: 'comment',
      range: {start, end: start + match[0].length},
      words,
      isClosed: match[2] !== ''
    })
  }
  return steps
}

/**
 * Work out where findings are switched off.
 *
 * `disable` reaches to the `enable` for the same rules, or for all, or to the end; `disable-next` is good for the
 * next construct that can hold prose. Of a list of rule ids the well-formed ones count.
 *
 * @param steps - In source order.
 * @param end - Length of the source.
 */
export function resolveSwitches(steps: readonly Step[], end: number): Switches {
  const resolver = new Resolver()
  for (const step of steps) {
    if (step.kind === 'construct') resolver.applyNext(step.range)
    else if (step.isClosed) resolver.read(step.range, step.words)
    else resolver.report(step.range, 'This comment has no end: `-->` is missing')
  }
  return resolver.finish(end)
}

type Comment = Omit<Disabled, 'range'>

/** The state of one pass over the steps. */
class Resolver {
  readonly #disabled: Disabled[] = []
  readonly #problems: DocumentProblem[] = []
  /** Rules that are switched off, one a record, or one record without rules for all. */
  #open: readonly Comment[] = []
  #next: readonly Comment[] = []

  read(comment: Range, words: string): void {
    const match = command.exec(words)
    if (!match) {
      this.report(comment, `Unknown instruction \`${words}\`, ${expectation}`)
      return
    }
    // As elsewhere, a reason may follow behind two hyphens.
    const list = match[2]?.split(/(?:^|\s)--(?:\s|$)/)[0]?.trim()
    const rules = list ? list.split(/\s*,\s*/) : []
    const wrong = rules.filter((rule) => !ruleId.test(rule))
    for (const rule of wrong) {
      this.report(
        comment,
        `\`${rule}\` is no rule id; separate ids with commas, write a reason behind \`--\``
      )
    }
    const right = rules.filter((rule) => ruleId.test(rule))
    if (wrong.length > 0 && right.length === 0) return
    if (match[1] === 'disable-next') this.#next = [...this.#next, {rules: right, comment}]
    else if (match[1] === 'disable') this.#disable(comment, right)
    else this.#enable(comment, right)
  }

  /** Spend what waits for a construct. */
  applyNext(range: Range): void {
    for (const next of this.#next) this.#disabled.push({...next, range})
    this.#next = []
  }

  report(range: Range, message: string): void {
    this.#problems.push({range, message})
  }

  finish(end: number): Switches {
    this.#close(this.#open, end)
    for (const {comment} of this.#next) {
      this.report(comment, 'Nothing follows that this comment could switch off')
    }
    return {
      disabled: this.#disabled.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end),
      problems: this.#problems.sort((a, b) => a.range.start - b.range.start)
    }
  }

  /** What is switched off already stays with the comment that did it. */
  #disable(comment: Range, rules: readonly string[]): void {
    if (rules.length === 0) {
      if (!this.#open.some((open) => open.rules.length === 0)) this.#open = [...this.#open, {rules, comment}]
      return
    }
    const fresh = rules.filter((rule) => !this.#open.some((open) => open.rules.includes(rule)))
    this.#open = [...this.#open, ...fresh.map((rule) => ({rules: [rule], comment}))]
  }

  #enable(comment: Range, rules: readonly string[]): void {
    if (rules.length === 0) {
      if (this.#open.length === 0)
        this.report(comment, 'Nothing is switched off here that could be switched on')
      this.#close(this.#open, comment.start)
      this.#open = []
      return
    }
    for (const rule of rules) {
      if (this.#open.some((open) => open.rules.includes(rule))) continue
      this.report(comment, `\`${rule}\` is not switched off by its id here`)
    }
    const isNamed = (open: Comment) => open.rules.some((rule) => rules.includes(rule))
    this.#close(this.#open.filter(isNamed), comment.start)
    this.#open = this.#open.filter((open) => !isNamed(open))
  }

  /** Write down what ends here; rules that one comment began are told together. */
  #close(open: readonly Comment[], end: number): void {
    for (const comment of new Set(open.map((one) => one.comment))) {
      const rules = open.filter((one) => one.comment === comment).flatMap((one) => one.rules)
      this.#disabled.push({range: {start: comment.end, end}, rules, comment})
    }
  }
}

const expectation =
  'expected `nameright-disable`, `nameright-enable` or `nameright-disable-next`, then rule ids separated by commas'
