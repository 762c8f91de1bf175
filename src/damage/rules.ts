// All damage rules that look at one block at a time, as data in rules/: pattern, repair, how safe it is, an example and
// a near miss each. How they are applied is in repair.ts; damage that takes more than one block to see, in repeats.ts.
import type {DamageRule} from './rule.js'
import {markRules} from './rules/marks.js'
import {numberRules} from './rules/numbers.js'
import {remnantRules} from './rules/remnants.js'

/** The rules sorted by id: where two meet at one place, the first one wins. */
export const damageRules: readonly DamageRule[] = [...markRules, ...numberRules, ...remnantRules].sort(
  (a, b) => (a.id < b.id ? -1 : 1)
)
