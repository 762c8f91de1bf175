// A small glossary and texts for tests of the command line.

/** A glossary with a certain name and a doubtful one. */
export const names = `languages: {source: zh, target: en}
entries:
  - id: moonshot-ai
    term: Moonshot AI
    kind: company
    source: [月之暗面]
    mistranslations: [Yuezhi Anmian]
    examples:
      - {before: The founder of Yuezhi Anmian left., after: The founder of Moonshot AI left.}
      - {keep: The moon has a dark side.}
  - id: doubao
    term: Doubao
    source: [豆包]
    ceiling: propose
    mistranslations: [Beanbag]
`

/** A text whose one name is certain, and what it becomes. */
export const certain = {
  before: '\uFEFF# News 😀\r\n\r\nThe company Yuezhi Anmian raised money.\r\n',
  after: '\uFEFF# News 😀\r\n\r\nThe company Moonshot AI raised money.\r\n'
}

/** A text with a name that only an editor can decide. */
export const doubtful = 'The company Beanbag raised money.\n'

/** A text without anything. */
export const clean = 'The chair is soft.\n'
