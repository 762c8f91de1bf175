// An article drawn from its nodes: with changes in place, as it was, or as it will be. Nothing of it is HTML: every
// text becomes a text node. What the nodes are: ../article.ts.
import {Component, type ComponentChildren} from 'preact'
import {type Article, type ArticleNode, type Leaf, markFlag, type Piece} from '../article.js'
import type {ReviewSession, Status} from '../session.js'
import {PlainText} from './plain-text.js'
import {tellChange} from './words.js'

/** `both`: old and new beside each other; `before` and `after`: one side of two. */
export type Side = 'both' | 'before' | 'after'

/** What drawing needs to know besides the article. */
export interface Reading {
  readonly session: ReviewSession
  readonly current: number | undefined
  readonly onSelect: (id: number) => void
}

/** The article as an editor reads it. */
export function ArticleView({article, ...reading}: Reading & {readonly article: Article}) {
  return (
    <div class="article">
      {article.map((node, index) => (
        <div class="block" key={index}>
          {drawNode(node, {...reading, side: 'both'})}
        </div>
      ))}
    </div>
  )
}

/** The article twice: as it was, and as it will be. */
export function SidesView({article, ...reading}: Reading & {readonly article: Article}) {
  return (
    <div class="article sides">
      <h2 class="side-title">Before</h2>
      <h2 class="side-title">After</h2>
      {article.map((node, index) => (
        <div class="block pair" key={index}>
          <div class="side">{drawNode(node, {...reading, side: 'before'})}</div>
          <div class="side">{drawNode(node, {...reading, side: 'after'})}</div>
        </div>
      ))}
    </div>
  )
}

type Drawing = Reading & {readonly side: Side}

function drawNode(node: ArticleNode, drawing: Drawing): ComponentChildren {
  switch (node.type) {
    case 'leaf':
      return drawLeaf(node, drawing)
    case 'list': {
      const items = node.items.map((nodes, index) => <li key={index}>{drawAll(nodes, drawing)}</li>)
      return node.start === undefined ? <ul>{items}</ul> : <ol start={node.start}>{items}</ol>
    }
    case 'quote':
      return <blockquote>{drawAll(node.nodes, drawing)}</blockquote>
    case 'note':
      return (
        <div class="note">
          <span class="label">Note {node.label}</span>
          {drawAll(node.nodes, drawing)}
        </div>
      )
    case 'table':
      return drawTable(node.rows, drawing)
    case 'raw':
      return (
        <pre class="raw">
          {node.label && <span class="label">{node.label}</span>}
          <PlainText text={node.text} />
        </pre>
      )
    case 'rule':
      return <hr />
  }
}

function drawAll(nodes: readonly ArticleNode[], drawing: Drawing): ComponentChildren {
  return nodes.map((node, index) => <div key={index}>{drawNode(node, drawing)}</div>)
}

function drawTable([head = [], ...rows]: readonly (readonly ArticleNode[])[], drawing: Drawing) {
  return (
    <div class="table">
      <table>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index}>{drawNode(cell, drawing)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{drawNode(cell, drawing)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function drawLeaf(leaf: Leaf, drawing: Drawing): ComponentChildren {
  const text = <LeafText leaf={leaf} {...drawing} />
  switch (leaf.role) {
    case 'heading':
      return <Heading depth={leaf.depth ?? 1}>{text}</Heading>
    case 'aside':
      return (
        <p class="aside">
          <span class="label">{leaf.label}</span> {text}
        </p>
      )
    case 'cell':
      return text
    default:
      return <p>{text}</p>
  }
}

/** The page has headings of its own; the article's begin one step below. */
function Heading({depth, children}: {readonly depth: number; readonly children: ComponentChildren}) {
  const Tag = (['h2', 'h3', 'h4', 'h5', 'h6'] as const)[depth - 1] ?? 'h6'
  return <Tag class={`heading depth-${depth}`}>{children}</Tag>
}

type LeafProps = Drawing & {readonly leaf: Leaf}

/** Drawn anew only when one of its own changes looks different, so that a long article answers at once. */
class LeafText extends Component<LeafProps> {
  override shouldComponentUpdate(next: LeafProps): boolean {
    const {leaf, session, current, side} = this.props
    if (next.leaf !== leaf || next.side !== side) return true
    return leaf.pieces.some(
      ({item}) =>
        item !== undefined &&
        ((item === current) !== (item === next.current) ||
          !looksSame(session.statuses[item]!, next.session.statuses[item]!))
    )
  }

  override render({leaf, ...drawing}: LeafProps): ComponentChildren {
    return groupPieces(leaf.pieces).map((group, index) => {
      const {item} = group[0]!
      if (item === undefined) return drawPieces(group)
      return <Change key={index} id={item} {...drawing} old={drawPieces(group)} />
    })
  }
}

function looksSame(a: Status, b: Status): boolean {
  return a.state === b.state && a.replacement === b.replacement && !a.decision === !b.decision
}

/** The pieces of one change together; it may reach over bold and plain words. */
function groupPieces(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last && piece.item !== undefined && last[0]!.item === piece.item) last.push(piece)
    else groups.push([piece])
  }
  return groups
}

function drawPieces(pieces: readonly Piece[]): ComponentChildren {
  return pieces.map(({text, marks = 0}, index) => {
    if (marks & markFlag.object) return [...text].map(drawObject)
    const classes = Object.entries(markFlag).flatMap(([name, flag]) => (marks & flag ? [name] : []))
    const content = <PlainText text={text} />
    return classes.length === 0 ? (
      content
    ) : (
      <span key={index} class={classes.join(' ')}>
        {content}
      </span>
    )
  })
}

/** What has no text of its own: a forced line break, or an image or a note's number. */
function drawObject(unit: string, index: number): ComponentChildren {
  return unit === '\n' ? (
    <br key={index} />
  ) : (
    <span key={index} class="object" role="img" aria-label="image or note" />
  )
}

function Change({
  id,
  old,
  side,
  session,
  current,
  onSelect
}: Drawing & {readonly id: number; readonly old: ComponentChildren}) {
  const status = session.statuses[id]!
  const item = session.items[id]!
  const isChanged = status.state !== 'rejected'
  const isQuiet = item.verdict === 'keep' && status.decision === undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button would not wrap with the sentence
    <span
      role="button"
      tabIndex={0}
      class={`change ${status.state} ${isQuiet ? 'quiet' : ''}`}
      id={side === 'before' ? undefined : `change-${id}`}
      aria-current={id === current}
      aria-label={tellChange(item, status)}
      onClick={() => onSelect(id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onSelect(id)
      }}
    >
      {(side !== 'after' || !isChanged) && (isChanged ? <del>{old}</del> : old)}
      {side !== 'before' && isChanged && (
        <ins>
          <PlainText text={status.replacement} />
        </ins>
      )}
    </span>
  )
}
