// The lexicon that the glossary's defaults need: the English dictionary of the npm package dictionary-en and
// pinyin-pro's readings. Each is loaded at its first use, because packs that ship are resolved when they are built.
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import type {IsWord} from '../glossary/ordinary.js'
import type {Lexicon} from '../glossary/resolve.js'
import {createIsWord} from '../glossary/words.js'

const require = createRequire(import.meta.url)

let isWord: IsWord | undefined

/** English words and pinyin. */
export const lexicon: Lexicon = {
  isWord: (word) => {
    isWord ??= createIsWord(readDictionary('index.aff'), readDictionary('index.dic'))
    return isWord(word)
  },
  toPinyin: (text) => {
    const characters = text.match(/\p{Script=Han}/gu)?.join('') ?? ''
    // Half of a mixed name is another name: 北京BJ40, a car, would answer to “Beijing”.
    if (characters === '' || /[\p{Script=Latin}\p{N}]/u.test(text)) return ''
    const {pinyin} = require('pinyin-pro') as typeof import('pinyin-pro')
    return pinyin(characters, {toneType: 'none', v: true, separator: ''}).toLowerCase()
  }
}

function readDictionary(name: string): string {
  return readFileSync(path.join(path.dirname(require.resolve('dictionary-en')), name), 'utf8')
}
