// The commented configuration that `nameright init` writes. What the keys mean in full: schema.ts.

/** What a new configuration depends on. */
export interface TemplateOptions {
  /** Names of the packs that ship. */
  readonly packs: readonly string[]
  /** Ids of the damage rules. */
  readonly damageRules: readonly string[]
  /** Where editors find the JSON Schema, as a path from the new file; absent: they get none. */
  readonly schema?: string
}

/**
 * Write a configuration in which every key is explained, and commented out where it would only say the
 * default.
 *
 * A comment that begins with `# ` and a key is that key with an example: taking the `# ` away switches it on.
 */
export function writeTemplate({packs, damageRules, schema}: TemplateOptions): string {
  const head = schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`]
  return `${[...head, body(packs, damageRules)].join('\n')}`
}

function body(packs: readonly string[], damageRules: readonly string[]): string {
  return `# Configuration of nameright; \`nameright check --help\` lists the flags that outrank it.
#
# It holds for this folder and all below it. Every key may be left out.
# Paths are relative to this file.

## What to look at when a command names no files: files, folders, globs; ! in front takes away.
paths:
  - .

## What is never looked at, even when it is named, in the syntax of .gitignore. A file .nameright-ignore says the same.
## What .gitignore leaves out, hidden files and node_modules are left out of folders anyway.
# ignore:
#   - CHANGELOG.md
#   - drafts/

## Glossaries that ship: all of them, or some by name:
${wrap(packs)}
# packs: all

## Your own glossaries: files, or folders of them. They come after the packs, and later ones after earlier ones: each
## adds entries, replaces those of the same id, and silences those it names under \`silence:\`.
## \`nameright glossary check\` tells what is wrong, and where two clash.
# glossaries:
#   - names.yaml

## Whether all texts are known to be about the names of the glossary (given), or each must show it (judge). Given finds
## more, and errs more where a text is about something else.
# topic: judge

## The first mention of each mended name: the name alone (term), or with its original form (long): Doubao (豆包).
# firstMention: term

## Front matter keys whose values are prose, at any depth; without this: titles, descriptions, captions and their like.
# frontMatter: [title, description, summary]

## Confidences from 0 to 1. From \`fix\` on a name is mended unasked; from \`propose\` on an editor is asked.
# thresholds: {fix: 0.93, propose: 0.3}

## What translation software garbled besides names is repaired: true, false, or some rules off. The rules:
${wrap(damageRules)}
# damage:
#   boilerplate: false

## The file that remembers the decisions of editors, made with the first one. Without this key it is
## .nameright/decisions.jsonl, in the working folder or the nearest one above that has it; a new one comes beside .git,
## or, where there is none, beside this file.
# decisions: editors/decisions.jsonl
`
}

/** Words as comment lines of no more than 110 columns. */
function wrap(words: readonly string[]): string {
  const lines: string[] = []
  let line = '##'
  for (const [index, word] of words.entries()) {
    const next = index === words.length - 1 ? word : `${word},`
    if (line.length + 1 + next.length > 110) {
      lines.push(line)
      line = '##'
    }
    line += ` ${next}`
  }
  return [...lines, line].join('\n')
}
