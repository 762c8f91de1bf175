// The double-array trie behind search.ts, whose `Search` says what the arrays mean.
// @see Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array Structure" (1989)

/** A part of the rows that share their beginning: the rows `from` to `to`, of which `depth` symbols led to `node`. */
interface Branch {
  readonly node: number
  readonly from: number
  readonly to: number
  readonly depth: number
}

/** A branch below another one, not yet placed. */
interface Child extends Omit<Branch, 'node'> {
  /** 0: the row ends here. */
  readonly step: number
}

interface Slots {
  base: Int32Array
  /** -1: free. */
  check: Int32Array
  /** One more than the highest slot in use. */
  top: number
  /** By number of children, `manyChildren` for more: where the last such branch was placed. */
  readonly last: number[]
}

const manyChildren = 16

/**
 * How far behind the last place of a branch with as many children the next one is looked for, in slots. A bound
 * keeps the time linear: what is left free further behind has been tried often enough.
 */
const patience = 256

/**
 * Build the double array over rows of steps.
 *
 * @param rows - All rows' steps (1 and up), one after the other. No row is empty, no two are equal; those that begin
 *   alike are neighbours, and one that others begin with is the first of them.
 * @param rowStarts - Per row, and once more at the end: where it begins in `rows`.
 */
export function buildTrie(
  rows: Uint16Array,
  rowStarts: Int32Array
): {readonly base: Int32Array; readonly check: Int32Array} {
  const slots: Slots = {base: new Int32Array(1024), check: new Int32Array(1024).fill(-1), top: 1, last: []}
  // The root is its own parent; were it free, a child could be placed on it.
  slots.check[0] = 0
  const pending: Branch[] = [{node: 0, from: 0, to: rowStarts.length - 1, depth: 0}]
  for (let branch = pending.pop(); branch; branch = pending.pop()) {
    const {node, from, to} = branch
    if (to - from === 1) {
      slots.base[node] = -1 - from
      continue
    }
    const children = childrenOf(branch, rows, rowStarts)
    const base = place(slots, children)
    slots.base[node] = base
    for (const child of children) slots.check[base + child.step] = node
    // Last one first, so that the branches are placed in the order of the rows.
    for (const child of children.reverse()) pending.push({...child, node: base + child.step})
  }
  // Room for every step from every base: the search need not look at the length.
  const size = slots.top + rows.reduce((most, step) => Math.max(most, step), 0) + 1
  reserve(slots, size)
  return {base: slots.base.slice(0, size), check: slots.check.slice(0, size)}
}

/** What the rows of a branch go on with, in the order of the rows. */
function childrenOf(branch: Branch, rows: Uint16Array, rowStarts: Int32Array): Child[] {
  const {depth, to} = branch
  const stepOf = (row: number): number => {
    const at = rowStarts[row]! + depth
    return at < rowStarts[row + 1]! ? rows[at]! : 0
  }
  const children: Child[] = []
  let from = branch.from
  while (from < to) {
    const step = stepOf(from)
    let end = from + 1
    while (end < to && stepOf(end) === step) end++
    children.push({step, from, to: end, depth: depth + 1})
    from = end
  }
  return children
}

/** Find a base, 1 or more, from which all children fall on free slots, and make room for them. */
function place(slots: Slots, children: readonly Child[]): number {
  const steps = children.map((child) => child.step)
  const most = Math.max(...steps, 0)
  const size = Math.min(steps.length, manyChildren)
  let base = Math.max((slots.last[size] ?? 0) - patience, 1)
  reserve(slots, base + most + 1)
  while (steps.some((step) => slots.check[base + step] !== -1)) {
    base++
    reserve(slots, base + most + 1)
  }
  slots.last[size] = base
  slots.top = Math.max(slots.top, base + most + 1)
  return base
}

function reserve(slots: Slots, size: number): void {
  if (size <= slots.check.length) return
  const grown = Math.max(size, slots.check.length * 2)
  const base = new Int32Array(grown)
  base.set(slots.base)
  const check = new Int32Array(grown).fill(-1)
  check.set(slots.check)
  slots.base = base
  slots.check = check
}
