// The page's HTML: served, with its script beside it, or as one file with everything in it. What the page does: ../page/.
import {createHash} from 'node:crypto'
import type {PageData} from '../host.js'

/** The built page. */
export interface PageFiles {
  readonly script: string
  readonly style: string
}

const head = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Review · nameright</title>
<link rel="icon" href="data:,">
`

const body = `</head>
<body>
<div id="app"><p class="starting">Opening the review …</p></div>
<noscript>This page needs JavaScript.</noscript>
`

/** The page as it is served; nothing in it is secret. */
export const servedPage = `${head}<link rel="stylesheet" href="page.css">
<script type="module" src="page.js"></script>
${body}</body>
</html>
`

/**
 * Put everything into one file, which opens without a server.
 *
 * Its policy lets exactly this script run, by its digest, and nothing be fetched.
 */
export function singlePage(data: PageData, {script, style}: PageFiles): string {
  const closing = /<\/(script|style)/giu
  const safeScript = script.replace(closing, '<\\/$1')
  const safeStyle = style.replace(closing, '<\\/$1')
  const policy = `default-src 'none'; script-src '${digest(safeScript)}'; style-src '${digest(safeStyle)}'; img-src data:; base-uri 'none'; form-action 'none'`
  // Where no `<` is, no tag and no comment can begin or end.
  const text = JSON.stringify(data).replaceAll('<', '\\u003c')
  return `${head}<meta http-equiv="content-security-policy" content="${policy}">
<style>${safeStyle}</style>
${body}<script type="application/json" id="data">${text}</script>
<script type="module">${safeScript}</script>
</body>
</html>
`
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
