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
  readonly symbol: number
}

interface Slots {
  base: Int32Array
  /** -1: free. */
  check: Int32Array
  /** Below it hardly a slot is free. */
  floor: number
  /** One more than the highest slot in use. */
  top: number
}

/** Above this share of used slots, a stretch is not searched for free ones again. */
const crowded = 0.95

/**
 * Build the double array over rows of symbols.
 *
 * @param rows - All rows' symbols (1 and up), one after the other; rows sorted, none empty, no two equal.
 * @param rowStarts - Per row, and once more at the end: where it begins in `rows`.
 */
export function buildTrie(
  rows: Uint16Array,
  rowStarts: Int32Array
): {readonly base: Int32Array; readonly check: Int32Array} {
  const slots: Slots = {base: new Int32Array(1024), check: new Int32Array(1024).fill(-1), floor: 1, top: 1}
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
    for (const child of children) slots.check[base + child.symbol] = node
    // Last one first, so that the branches are placed in the order of the rows.
    for (const child of children.reverse()) pending.push({...child, node: base + child.symbol})
  }
  const largest = rows.reduce((most, symbol) => Math.max(most, symbol), 0)
  // Room for every symbol after every base: the search need not look at the length.
  reserve(slots, slots.top + largest + 1)
  const size = slots.top + largest + 1
  return {base: slots.base.slice(0, size), check: slots.check.slice(0, size)}
}

/** What the rows of a branch go on with; ascending only within the rows' order, not by symbol. */
function childrenOf(branch: Branch, rows: Uint16Array, rowStarts: Int32Array): Child[] {
  const {depth, to} = branch
  const children: Child[] = []
  let from = branch.from
  while (from < to) {
    const symbol = symbolAt(from)
    let end = from + 1
    while (end < to && symbolAt(end) === symbol) end++
    children.push({symbol, from, to: end, depth: depth + 1})
    from = end
  }
  return children

  function symbolAt(row: number): number {
    const at = rowStarts[row]! + depth
    return at < rowStarts[row + 1]! ? rows[at]! : 0
  }
}

/** Find a base, 1 or more, from which all children fall on free slots, and make room for them. */
function place(slots: Slots, children: readonly Child[]): number {
  const symbols = children.map((child) => child.symbol)
  const least = Math.min(...symbols, 0xffff)
  const most = Math.max(...symbols, 0)
  let used = 0
  let firstFree = 0
  for (let slot = Math.max(slots.floor, least + 1); ; slot++) {
    reserve(slots, slot + most + 1)
    if (slots.check[slot] !== -1) {
      used++
      continue
    }
    firstFree ||= slot
    const base = slot - least
    if (symbols.some((symbol) => slots.check[base + symbol] !== -1)) continue
    slots.floor = used / (slot - firstFree + 1) >= crowded ? slot : firstFree
    slots.top = Math.max(slots.top, base + most + 1)
    return base
  }
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
