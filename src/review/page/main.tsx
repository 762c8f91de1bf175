// Starts the page. What it is: app.tsx.
import {render} from 'preact'
import {App} from './app.js'
import {createBackend} from './backend.js'
import './style.css'

const root = document.getElementById('app')
if (root) {
  const backend = createBackend(document)
  backend.load().then(
    (wire) => render(<App backend={backend} wire={wire} />, root),
    (error: unknown) => {
      root.textContent = error instanceof Error ? error.message : String(error)
    }
  )
}
