// Reviews for tests, in few words.
import {cleanText} from '../../src/clean.js'
import type {Decision} from '../../src/model.js'
import type {ReviewFile} from '../../src/review/item.js'
import {type CleanFile, cleanSession, reviewFiles} from '../../src/review/output.js'
import type {ReviewSession} from '../../src/review/session.js'
import {type EntryDraft, glossaryOf} from '../support/glossary.js'

/** Certain: Yuezhi Anmian. For an editor: Beanbag, which may be Doubao or Doubao App, and Ideal. */
const drafts: Readonly<Record<string, EntryDraft>> = {
  'moonshot-ai': {term: 'Moonshot AI', mistranslations: ['Yuezhi Anmian']},
  doubao: {
    term: 'Doubao',
    ceiling: 'propose',
    mistranslations: [{text: 'Beanbag', alternatives: ['Doubao App'], ceiling: 'propose'}]
  },
  'li-auto': {
    term: 'Li Auto',
    kind: 'company',
    mistranslations: [{text: 'Ideal Auto', ceiling: 'propose'}]
  }
}

const glossary = glossaryOf(drafts)

/** Clean a text with the small glossary, its topic given. */
export const clean: CleanFile = ({source, path, name}, decisions) =>
  cleanText(source, {glossary, path, name, decisions, topic: 'given'})

/** Files of a review from paths and sources. */
export function filesOf(sources: Readonly<Record<string, string>>): ReviewFile[] {
  return Object.entries(sources).map(([path, source]) => ({path, name: path, source}))
}

/** Begin a review of texts. */
export function reviewOf(
  sources: Readonly<Record<string, string>>,
  decisions: readonly Decision[] = []
): ReviewSession {
  const texts = filesOf(sources).map((file) => ({file, cleaned: clean(file, [])}))
  return reviewFiles(texts, decisions)
}

/** The texts as decided. */
export function outputsOf(session: ReviewSession): string[] {
  return cleanSession(session, clean).map(({report}) => report.output)
}
