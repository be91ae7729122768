// Compiles a Solidity file with one contract to a JSON file with its ABI and bytecode.
// usage: node fixture.mjs SOURCE.sol OUTPUT.json
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import solc from 'solc'

const [source, output] = process.argv.slice(2)
if (!source || !output) {
  console.error('usage: node fixture.mjs SOURCE.sol OUTPUT.json')
  process.exit(2)
}
const name = basename(source, '.sol')
const input = {
  language: 'Solidity',
  sources: { [basename(source)]: { content: readFileSync(source, 'utf8') } },
  settings: {
    evmVersion: 'cancun',
    optimizer: { enabled: true, runs: 200 },
    metadata: { bytecodeHash: 'none' },
    outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
  },
}
const { errors = [], contracts } = JSON.parse(solc.compile(JSON.stringify(input)))
for (const e of errors) console.error(e.formattedMessage)
if (errors.some((e) => e.severity === 'error')) process.exit(1)
const { abi, evm } = contracts[basename(source)][name]
writeFileSync(output, `${JSON.stringify({ abi, bytecode: `0x${evm.bytecode.object}` }, null, 2)}\n`)
