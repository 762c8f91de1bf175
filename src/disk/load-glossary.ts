// A glossary from the disk: the packs that ship, or files that a user names. What a pack means lives in glossary/.
import {readdir, readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {checkEntries} from '../glossary/check.js'
import {compileGlossary} from '../glossary/compile.js'
import {readEvidence} from '../glossary/evidence.js'
import type {GlossarySource} from '../glossary/merge.js'
import type {Glossary} from '../model.js'
