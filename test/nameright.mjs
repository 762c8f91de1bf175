// The command as `npm run nameright` starts it: in the folder in which npm was called, which npm leaves for that of the
// package. The command itself, started without npm, knows no such thing.
import process from 'node:process'

if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
await import('../dist/bin.js')
