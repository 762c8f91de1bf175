// A small glossary with small tables of evidence, and what the judge makes of a text with them. The weights are tuned
// elsewhere: tests of evidence assert its kind and sign, tests of verdicts only clear cases.
import {parseDocument} from '../../src/document/parse.js'
import {type Judgement, type JudgeOptions, judgeMatches} from '../../src/judge/judge.js'
import {findAll} from '../../src/match/find.js'
import {scanSource} from '../../src/match/scan.js'
import type {EvidenceTables, Finding, Glossary, Reason} from '../../src/model.js'
import {glossaryOf} from '../support/glossary.js'

/** A few words of each kind of table. */
export const evidence: EvidenceTables = {
  topics: {china: ['China', 'Beijing', 'yuan'], ai: ['large model', 'chatbot'], cars: ['SUV']},
  fields: {furniture: ['chair', 'cushion'], astronomy: ['lunar', 'far side'], music: ['album', 'guitar']},
  kinds: {company: {for: ['CEO', 'funding'], against: ['recipe']}, product: {for: ['app'], against: []}},
  words: {
    heads: ['app', 'model', 'founder'],
    verbs: ['said', 'launched', 'and'],
    determiners: ['this', 'three', 'every'],
    clauses: ['will', 'they'],
    mentions: ['named after', 'literally', 'means'],
    suffixes: ['Technology', 'Group'],
    a: ['Unitree'],
    an: ['XPeng']
  }
}

/** Names that are ordinary to every degree. */
const glossary: Glossary = {
  ...glossaryOf({
    'moonshot-ai': {
      term: 'Moonshot AI',
      kind: 'company',
      domain: 'ai',
      source: ['月之暗面'],
      variants: ['Kimi'],
      cues: {for: ['long text'], against: ['Pink Floyd']},
      mistranslations: [
        {text: 'Dark Side of the Moon', ordinary: 'often'},
        {text: 'Yuezhi Anmian', ordinary: 'never'}
      ]
    },
    doubao: {
      term: 'Doubao',
      domain: 'ai',
      owner: 'bytedance',
      source: ['豆包'],
      mistranslations: [
        {text: 'Beanbag', ordinary: 'often', cues: {for: ['voice'], against: ['sofa']}},
        {text: 'Steamed Bean', ordinary: 'sometimes'}
      ]
    },
    bytedance: {
      term: 'ByteDance',
      kind: 'company',
      domain: 'ai',
      mistranslations: [{text: 'Byte', ordinary: 'mostly'}, 'Bytebeating']
    },
    coze: {term: 'Coze', domain: 'ai', mistranslations: [{text: 'button', ordinary: 'mostly'}]},
    xpeng: {
      term: 'XPeng',
      kind: 'company',
      domain: 'cars',
      mistranslations: [{text: 'Little Roc', ordinary: 'sometimes'}]
    },
    rednote: {
      term: 'Xiaohongshu',
      domain: 'internet',
      mistranslations: [{text: 'Little Red Book', ordinary: 'sometimes', ceiling: 'propose'}]
    },
    model: {
      term: 'large model',
      kind: 'jargon',
      domain: 'jargon',
      mistranslations: [{text: 'big model', ordinary: 'sometimes', ceiling: 'propose'}]
    }
  }),
  evidence
}

/** Options of a judgement without those that the text itself gives. */
export type Judging = Omit<JudgeOptions, 'counts'>

/** Judge a Markdown text. */
export function judge(source: string, options: Judging = {}, used: Glossary = glossary): Judgement {
  const document = parseDocument(source, {format: 'markdown'})
  return judgeMatches(document, findAll(document, used), used, {counts: scanSource(source, used), ...options})
}

/** The finding whose match is a text; the `nth` of several, from 0. */
export function findingOf(
  source: string,
  text: string,
  options?: Judging,
  nth = 0,
  used?: Glossary
): Finding {
  const finding = judge(source, options, used).findings.filter(({pair}) => pair?.text === text)[nth]
  if (finding === undefined) throw new Error(`no finding “${text}” in “${source}”`)
  return finding
}

/** The reasons of one kind for the match that is a text. */
export function reasonsOf(kind: string, source: string, text: string, nth = 0): Reason[] {
  return findingOf(source, text, {}, nth).reasons.filter((reason) => reason.kind === kind)
}

/** Which way the reasons of one kind pull, added up: 1, 0 or -1. */
export function pull(kind: string, source: string, text: string, nth = 0): number {
  return Math.sign(reasonsOf(kind, source, text, nth).reduce((sum, {weight}) => sum + weight, 0))
}

/** A text with every finding written that is not kept. */
export function mendAll(source: string, used?: Glossary): string {
  const {findings} = judge(source, {thresholds: {fix: 0, propose: 0}}, used)
  const {blocks} = parseDocument(source, {format: 'markdown'})
  return blocks
    .map(({text}, block) =>
      findings
        .filter((finding) => finding.block === block)
        .sort((a, b) => b.span.start - a.span.start)
        .reduce(
          (prose, {span, replacement}) => prose.slice(0, span.start) + replacement + prose.slice(span.end),
          text
        )
    )
    .join('\n\n')
}
