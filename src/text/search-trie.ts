// The double-array trie behind search.ts, whose `Search` says what the arrays mean.
// @see Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array Structure" (1989)

/**
 * What the rows of a branch, those that share their beginning, go on with; used again for each branch, because there
 * are hundreds of thousands.
 */
interface Children {
  count: number
  /** Per child: 0 where the row ends there. */
  readonly steps: number[]
  /** Per child: behind its last row. */
  readonly ends: number[]
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
  const children: Children = {count: 0, steps: [], ends: []}
  // Four numbers for each branch: its node, its rows from and to, and how many steps led to the node.
  const pending = [0, 0, rowStarts.length - 1, 0]
  while (pending.length > 0) {
    const depth = pending.pop()!
    const to = pending.pop()!
    const from = pending.pop()!
    const node = pending.pop()!
    if (to - from === 1) {
      slots.base[node] = -1 - from
      continue
    }
    findChildren(children, {rows, rowStarts, from, to, depth})
    const base = place(slots, children)
    slots.base[node] = base
    for (let child = 0; child < children.count; child++) slots.check[base + children.steps[child]!] = node
    // Last one first, so that the branches are placed in the order of the rows.
    for (let child = children.count - 1; child >= 0; child--) {
      const start = child === 0 ? from : children.ends[child - 1]!
      pending.push(base + children.steps[child]!, start, children.ends[child]!, depth + 1)
    }
  }
  // Room for every step from every base: the search need not look at the length.
  let most = 0
  for (const step of rows) if (step > most) most = step
  const size = slots.top + most + 1
  reserve(slots, size)
  return {base: slots.base.slice(0, size), check: slots.check.slice(0, size)}
}

interface Branch {
  readonly rows: Uint16Array
  readonly rowStarts: Int32Array
  readonly from: number
  readonly to: number
  readonly depth: number
}

/** Children in the order of the rows. */
function findChildren(children: Children, {rows, rowStarts, from, to, depth}: Branch): void {
  children.count = 0
  let last = -1
  for (let row = from; row < to; row++) {
    const at = rowStarts[row]! + depth
    const step = at < rowStarts[row + 1]! ? rows[at]! : 0
    if (step !== last) {
      children.steps[children.count] = step
      children.count++
      last = step
    }
    children.ends[children.count - 1] = row + 1
  }
}

/** Whether all children fall on free slots. */
function fits({check}: Slots, {count, steps}: Children, base: number): boolean {
  for (let child = 0; child < count; child++) if (check[base + steps[child]!] !== -1) return false
  return true
}

/** Find a base, 1 or more, from which all children fall on free slots, and make room for them. */
function place(slots: Slots, children: Children): number {
  let most = 0
  for (let child = 0; child < children.count; child++) most = Math.max(most, children.steps[child]!)
  const size = Math.min(children.count, manyChildren)
  let base = Math.max((slots.last[size] ?? 0) - patience, 1)
  reserve(slots, base + most + 1)
  while (!fits(slots, children, base)) {
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
