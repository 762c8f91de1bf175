// Articles and glossaries for the benchmark, the same on every machine: all chance comes from one seed. What is
// planted where is known, so that finding and sparing can be counted. The runs live in run.mjs.

/** Small and quick random numbers, the same everywhere. @see Mulberry32 by Tommy Ettinger, public domain */
function createRandom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    below: (most) => Math.floor(next() * most),
    pick: (list) => list[Math.floor(next() * list.length)],
    chance: (share) => next() < share
  }
}

const qualities = words(`amber ancient autumn azure bamboo blazing bronze burning calm cedar cobalt copper coral crimson
  crystal distant drifting dusty early eastern echoing emerald endless fading floating frozen gentle gilded glowing
  golden granite green hidden hollow iron ivory jade lofty lonely lunar mellow midnight misty nimble northern obsidian
  olive opal painted pearl polar quiet radiant restless rising roaming rosy ruby russet sapphire scarlet shining
  silent silken silver singing slender solar southern spotted steadfast stony summer swift thousand velvet violet
  wandering western whispering winding windy winter woven yellow`)
const things = words(`anchor antler arrow basket beacon beaver bell birch blossom bridge brook canyon castle cedar chisel
  cicada cloud comet compass cricket crown cypress delta dolphin dragonfly dune eagle ember falcon feather fern field
  firefly flute forest forge fountain garden gate glacier grove hammer harbor harp heron horizon island kettle kite
  ladder lagoon lantern ladle lark leopard lily lotus magpie mantle maple marble meadow mill mirror mountain needle
  nutmeg oak orchard orchid otter owl paddle pagoda parrot pebble pepper petal phoenix pine plum pond poplar prism
  quarry quill raven reed ribbon ridge river robin rudder saddle sail sandal scroll shell shuttle sparrow spindle
  spring spruce stable stork stream summit swallow teapot temple thicket thistle thunder tiger torch tower trout tulip
  tunnel turtle valley vine violin walnut warbler waterfall wheel willow window wren`)
const syllables = words(`bai bao bei chang chen da dong fang feng gao guang hai han heng hong hua hui jia jian jin jing
  kai kang lan lei li lin long lu mei ming nan ning ping qi qiao qing rong rui shan shen sheng shu song tai tang tian
  tong wan wei wen wu xia xian xin xing xiu xu yan yang yi yin ying yong you yu yuan yue yun ze zhan zhao zhen zhi`)

function words(text) {
  return text.split(/\s+/u).filter(Boolean)
}

const capital = (word) => word[0].toUpperCase() + word.slice(1)

/**
 * Make entries: a name in pinyin, and the literal rendering that a machine made of it.
 *
 * The first ones are the same for every count, so that articles planted from 10 entries are also articles for 100,000.
 */
export function makeEntries(count) {
  const random = createRandom(7)
  const seenWrongs = new Set()
  const seenTerms = new Set()
  const entries = []
  while (entries.length < count) {
    const parts = [random.pick(qualities), random.pick(things)]
    if (random.chance(0.35) || entries.length > 5000) parts.push(random.pick(things))
    const wrong = parts.map(capital).join(' ')
    const length = entries.length > 5000 ? 4 : 3
    const term = capital(Array.from({length}, () => random.pick(syllables)).join(''))
    if (seenWrongs.has(wrong) || seenTerms.has(term)) continue
    seenWrongs.add(wrong)
    seenTerms.add(term)
    entries.push({id: `name-${entries.length}`, term, wrong})
  }
  return entries
}

/** The entries as our glossary. */
export function toGlossary(entries) {
  const items = entries.map(
    ({id, term, wrong}) =>
      `  - id: ${id}\n    term: ${term}\n    kind: company\n    mistranslations:\n      - {text: ${wrong}, ordinary: never}`
  )
  return `languages: {source: zh, target: en}\ndomain: bench\nentries:\n${items.join('\n')}\n`
}

/** The entries as rules of textlint-rule-prh, as they are. */
export function toPrh(entries) {
  return writePrh(entries, (wrong) => wrong)
}

/** The entries as rules of textlint-rule-prh that find what ours finds: in any capitals, wrapped over lines too. */
export function toLoosePrh(entries) {
  return writePrh(entries, (wrong) => `/${wrong.replaceAll(' ', '\\s+')}/i`)
}

function writePrh(entries, patternOf) {
  const rules = entries.map(({term, wrong}) => `  - expected: ${term}\n    pattern: ${patternOf(wrong)}`)
  return `version: 1\nrules:\n${rules.join('\n')}\n`
}

const subjects = words(`group firm maker supplier operator retailer lender studio broker carrier workshop publisher`)
const acts = [
  'opened a second warehouse near the ring road',
  'cut the price of its cheapest plan by a tenth',
  'said that orders from abroad had doubled since spring',
  'hired forty people for a team that answers customers at night',
  'asked its bank for a longer line of credit',
  'moved the test line from the old plant to the new one',
  'signed a three-year lease on two floors of an office tower',
  'promised to pay suppliers within thirty days',
  'told staff that the bonus would come in two parts',
  'showed a smaller machine that runs on a household plug',
  'gave up the plan to build its own delivery fleet',
  'put the report on its site before the market opened'
]
const views = [
  'Analysts called the step careful rather than bold',
  'Shop owners in the district said they had expected more',
  'A former manager remembers how thin the margins were then',
  'Nobody in the trade believes that the calm will last',
  'The figures were not checked by an outside auditor',
  'Investors asked mostly about cash, and little about growth',
  'One buyer said the quality had become steadier this year',
  'Rivals answered within a week with offers of their own'
]
const numbers = [
  'Revenue rose to 3.2 billion in the first half',
  'About 1,400 shops carry the line today',
  'The stake is worth some 260 million at the last price',
  'Costs for transport fell by 6 percent',
  'Output reached 48,000 units a month in June'
]

/** What is done to a sentence; `name` is what it is about. Places where nothing may change are counted apart. */
function sentence(random, name) {
  const subject = name ?? `the ${random.pick(qualities)} ${random.pick(subjects)}`
  const roll = random.below(10)
  if (roll < 5) return `${capital(subject)} ${random.pick(acts)}.`
  if (roll < 7) return `${random.pick(views)}, and ${subject} ${random.pick(acts)}.`
  return `${random.pick(numbers)}, while ${subject} ${random.pick(acts)}.`
}

function markUp(random, text) {
  const roll = random.below(24)
  if (roll === 0) return `**${text}**`
  if (roll === 1) return `*${text}*`
  if (roll === 2) return `[${text}](https://news.example.com/items/${random.below(9999)})`
  return text
}

function paragraph(random, plan) {
  const count = 3 + random.below(4)
  const lines = Array.from({length: count}, () => {
    const name = plan.take()
    const text = sentence(random, name && markUp(random, name))
    return random.chance(0.08) ? text.replace(/(\w+ \w+)\.$/u, '**$1**.') : text
  })
  if (random.chance(0.1)) lines.push(`See the [list of terms](https://docs.example.com/terms/${random.below(99)}) for details.`)
  if (random.chance(0.06)) lines.push(`Run \`report --week ${random.below(52)}\` for the numbers.`)
  return lines.join(' ')
}

function wrap(text, width) {
  const lines = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

function protectedPlace(random, wrong) {
  const slug = wrong.toLowerCase().replaceAll(' ', '-')
  return random.pick([
    `The setting \`${wrong}\` stays as it is.`,
    `The page moved to https://example.com/${slug}/about last year.`,
    `\`\`\`text\nname = "${wrong}"\n\`\`\``,
    `The logo is here: ![chart](/images/${wrong.replaceAll(' ', '%20')}.png)`,
    `<span data-name="${wrong}">A box</span> follows below.`
  ])
}

/**
 * Write one article.
 *
 * @returns The text, the entries whose mistranslations are planted, and the blocks in which nothing may change.
 */
export function makeArticle(seed, entries, size = 15_000) {
  const random = createRandom(seed)
  const isPlanted = seed % 2 === 0
  const planted = []
  const kept = []
  let left = isPlanted ? random.below(31) : 0
  const share = left / (size / 100)
  const plan = {
    take() {
      if (left === 0 || !random.chance(share * 1.3)) return undefined
      left--
      const entry = random.pick(entries)
      planted.push(entry)
      return entry.wrong
    }
  }
  const isWrapped = random.chance(0.35)
  const parts = [
    `---\ntitle: What the ${random.pick(subjects)} did next\ndate: 2024-0${1 + random.below(9)}-1${random.below(9)}\ntags: [trade, ${random.pick(things)}]\n---`,
    `# The ${random.pick(subjects)} and its ${random.pick(things)}`
  ]
  let length = 0
  while (length < size) {
    const before = parts.length
    const roll = random.below(20)
    if (roll < 13) {
      const text = paragraph(random, plan)
      parts.push(isWrapped ? wrap(text, 78) : text)
    } else if (roll < 15) {
      parts.push(Array.from({length: 3 + random.below(3)}, () => `- ${sentence(random, plan.take())} Item ${random.pick(things)} ${random.pick(things)}.`).join('\n'))
    } else if (roll === 15) parts.push(`## How the ${random.pick(things)} changed hands`)
    else if (roll === 16) parts.push(`> ${sentence(random, plan.take())} ${random.pick(views)}.`)
    else if (roll === 17) {
      const rows = Array.from({length: 3}, () => `| ${plan.take() ?? random.pick(subjects)} | ${random.below(900)} |`)
      parts.push(['| Name | Units |', '| --- | ---: |', ...rows].join('\n'))
    } else if (roll === 18) {
      parts.push(`\`\`\`js\nconst total = ${random.below(99)}\nreport(total)\n\`\`\``)
    } else if (isPlanted) {
      const {wrong} = random.pick(entries)
      kept.push(protectedPlace(random, wrong))
      parts.push(kept.at(-1))
    }
    for (const part of parts.slice(before)) length += part.length + 2
  }
  return {text: `${parts.join('\n\n')}\n`, planted, kept}
}
