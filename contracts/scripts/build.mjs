// Compiles src/ and writes out/combined.json (for abigen) and layout/*.json (storage layouts that auditors rely on).
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bound, compile, deployed, root, sources } from './sources.mjs'

const limit = 24576 // EIP-170

const output = compile(sources('src'), {
  '*': { '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object', 'evm.methodIdentifiers', 'storageLayout'] },
})

/** Storage layout without the compiler's AST numbers, which change with unrelated edits. */
function stableLayout(layout) {
  const rename = (type) => type.replace(/(t_(?:struct|enum|contract|userDefinedValueType)\(\w+\))\d+/g, '$1')
  const member = ({ label, offset, slot, type }) => ({ label, offset, slot, type: rename(type) })
  const types = Object.entries(layout.types ?? {}).map(([name, type]) => [
    rename(name),
    {
      encoding: type.encoding,
      label: type.label,
      numberOfBytes: type.numberOfBytes,
      ...(type.key ? { key: rename(type.key) } : {}),
      ...(type.value ? { value: rename(type.value) } : {}),
      ...(type.base ? { base: rename(type.base) } : {}),
      ...(type.members ? { members: type.members.map(member) } : {}),
    },
  ])
  types.sort(([a], [b]) => (a < b ? -1 : 1))
  return { storage: layout.storage.map(member), types: Object.fromEntries(types) }
}

const combined = {}
const sizes = {}
mkdirSync(join(root, 'out'), { recursive: true })
mkdirSync(join(root, 'layout'), { recursive: true })
mkdirSync(join(root, 'snapshots'), { recursive: true })
for (const name of deployed) {
  const contract = output.contracts[`src/${name}.sol`]?.[name]
  if (!contract) throw new Error(`src/${name}.sol does not hold a contract ${name}`)
  const size = contract.evm.deployedBytecode.object.length / 2
  if (size > limit) throw new Error(`${name} is ${size} bytes, more than the ${limit} that a chain takes`)
  sizes[name] = size
  // abigen names a Go type after each function with several results, so two contracts of one Go package cannot both
  // have the same one. eip712Domain is the only such function; Go code has no use for it.
  // Functions of libraries take pointers into storage, which no ABI of the outside world has; nobody calls them.
  const isLibrary = Object.keys(contract.evm.methodIdentifiers).some((signature) => signature.includes(' storage'))
  const abi = isLibrary ? [] : contract.abi.filter((item) => item.name !== 'eip712Domain')
  combined[`src/${name}.sol:${name}`] = { abi, bin: contract.evm.bytecode.object }
  writeFileSync(
    join(root, 'layout', `${name}.json`),
    JSON.stringify(stableLayout(contract.storageLayout), null, 2) + '\n')
}
for (const name of bound) {
  const { abi } = output.contracts[`src/interfaces/${name}.sol`][name]
  combined[`src/interfaces/${name}.sol:${name}`] = { abi, bin: '' }
}
writeFileSync(join(root, 'out', 'combined.json'), JSON.stringify({ contracts: combined, version: '0.8.37' }))
writeFileSync(join(root, 'snapshots', 'size.json'), JSON.stringify(sizes, null, 2) + '\n')
