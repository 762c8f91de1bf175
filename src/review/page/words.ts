// How the page says things. Where it says them: the components.
import type {ReviewItem} from '../item.js'
import type {Answer, Status} from '../session.js'

/** “1 change”, “1,204 changes”. */
export function tellCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** What was decided about an item. */
export function tellDecided(
  {passage, choices}: ReviewItem,
  {verdict, replacement = choices[0]}: Answer
): string {
  return verdict === 'accept' && replacement !== passage.text
    ? `Accepted: ${passage.text} becomes ${replacement}.`
    : `Kept: ${passage.text}.`
}

/** How an item stands, for a badge. */
export function tellState({state, decision}: Status): string {
  switch (state) {
    case 'open':
      return 'To decide'
    case 'skipped':
      return 'Put off'
    case 'accepted':
      return decision ? 'Accepted' : 'Will change'
    case 'rejected':
      return decision ? 'Kept' : 'Stays'
  }
}

/** Confidence for people, who do not decide by 0.93; nothing is as sure as 100 %. */
export function tellConfidence(confidence: number): string {
  const percent = Math.min(99, Math.max(1, Math.round(confidence * 100)))
  if (confidence >= 0.9) return `nearly certain, ${percent} %`
  if (confidence >= 0.7) return `likely, ${percent} %`
  if (confidence >= 0.4) return `doubtful, ${percent} %`
  return `unlikely, ${percent} %`
}

/** What a change is, read aloud. */
export function tellChange({passage}: ReviewItem, status: Status): string {
  return status.state === 'rejected'
    ? `${passage.text}, ${tellState(status).toLowerCase()}`
    : `${passage.text} to ${status.replacement}, ${tellState(status).toLowerCase()}`
}
