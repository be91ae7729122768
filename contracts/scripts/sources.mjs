// Reads the Solidity sources and the settings that every compilation here shares.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)

/** Folder of the contracts package. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Contracts that are deployed, and for which Go bindings, layouts and sizes are written. */
export const deployed = [
  'ConsentLedgerFactory',
  'DatasetRegistry',
  'ConsentLedger',
  'CollateralRegistry',
  'WorkerRegistry',
  'BudgetLedger',
  'JobSteps',
  'JobEnds',
  'JobMarket',
]

/** Interfaces of what is not deployed by itself, for which there are Go bindings only. */
export const bound = ['IAttestation', 'IPolicyChecker']

/** Compiler settings; foundry.toml says the same to forge. */
export const settings = {
  evmVersion: 'cancun',
  optimizer: { enabled: true, runs: 200 },
  metadata: { bytecodeHash: 'none', appendCBOR: false },
}

/** Lists the files below a folder that end in `.sol`, relative to the package, in order. */
export function sources(folder) {
  const found = []
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && entry.name.endsWith('.sol')) {
      found.push(relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    }
  }
  return found.sort()
}

/** Compiles files of this package and returns the compiler's standard JSON output; throws on errors and warnings. */
export function compile(files, outputSelection) {
  const solc = require('solc')
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(files.map((file) => [file, { content: readFileSync(join(root, file), 'utf8') }])),
    settings: { ...settings, outputSelection },
  }
  const output = JSON.parse(
    solc.compile(JSON.stringify(input), {
      import: (path) => {
        const file = /^(@|solady\/)/.test(path) ? join(root, 'node_modules', path) : join(root, path)
        try {
          return { contents: readFileSync(file, 'utf8') }
        } catch (error) {
          return { error: `reading ${file}: ${error.message}` }
        }
      },
    }),
  )
  const problems = (output.errors ?? []).filter(
    ({ severity, sourceLocation }) =>
      severity === 'error' || (severity === 'warning' && !/^(@openzeppelin|solady)\//.test(sourceLocation?.file ?? '')),
  )
  if (problems.length > 0) {
    throw new Error(problems.map((problem) => problem.formattedMessage).join('\n'))
  }
  return output
}
