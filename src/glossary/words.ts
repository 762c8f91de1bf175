// English words from a Hunspell dictionary. What they are asked for lives in ordinary.ts; the files are read in
// disk/lexicon.ts.
import type {IsWord} from './ordinary.js'

/** One way to make a word of another: take `strip` away at one end and put `add` there. */
interface Affix {
  readonly flag: string
  readonly strip: string
  readonly add: string
  /** Which words take it. */
  readonly condition: RegExp
}

/**
 * Make a look-up of a Hunspell dictionary with its prefixes and suffixes, one of each at most.
 *
 * Compounds are not looked up: the English dictionary uses them for ordinal numbers only.
 *
 * @param aff - The rules for affixes.
 * @param dic - The words with the flags of the affixes they take.
 * @see hunspell(5), the file format
 */
export function createIsWord(aff: string, dic: string): IsWord {
  const flagsByWord = parseWords(dic)
  const suffixes = parseAffixes(aff, 'SFX')
  const prefixes = parseAffixes(aff, 'PFX')

  const hasStem = (stem: string, affix: Affix) =>
    affix.condition.test(stem) && (flagsByWord.get(stem)?.includes(affix.flag) ?? false)

  const isSuffixed = (word: string, needed: string): boolean =>
    suffixes.some((affix) => {
      if (!word.endsWith(affix.add)) return false
      const stem = word.slice(0, word.length - affix.add.length) + affix.strip
      return hasStem(stem, affix) && (needed === '' || flagsByWord.get(stem)!.includes(needed))
    })

  const isPrefixed = (word: string): boolean =>
    prefixes.some((affix) => {
      if (!word.startsWith(affix.add)) return false
      const rest = affix.strip + word.slice(affix.add.length)
      return hasStem(rest, affix) || isSuffixed(rest, affix.flag)
    })

  const isListed = (word: string) => flagsByWord.has(word) || isSuffixed(word, '') || isPrefixed(word)
  return (word) => isListed(word) || isListed(word.toLowerCase())
}

function parseWords(dic: string): Map<string, string> {
  const flagsByWord = new Map<string, string>()
  for (const line of dic.split('\n')) {
    const [word = '', flags = ''] = line.trim().split('/', 2)
    if (word !== '') flagsByWord.set(word, (flagsByWord.get(word) ?? '') + flags)
  }
  return flagsByWord
}

function parseAffixes(aff: string, kind: 'SFX' | 'PFX'): Affix[] {
  const affixes: Affix[] = []
  for (const line of aff.split('\n')) {
    const [type, flag = '', strip = '', add = '', condition] = line.trim().split(/\s+/u)
    // Lines without a condition announce how many rules follow.
    if (type !== kind || condition === undefined) continue
    const edge = kind === 'SFX' ? `(?:${condition})$` : `^(?:${condition})`
    affixes.push({
      flag,
      strip: strip === '0' ? '' : strip,
      add: add === '0' ? '' : add,
      condition: new RegExp(edge, 'u')
    })
  }
  return affixes
}
