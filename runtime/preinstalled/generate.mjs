// Writes the code of the preinstalled contracts: the runtime bytecode that they have on Ethereum's mainnet, as the npm
// package below carries it. preinstalled.go has the hashes of the code on mainnet and refuses any other.
// usage: node generate.mjs
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = '@eth-optimism/contracts-bedrock@0.17.3'
const file = 'package/src/libraries/Preinstalls.sol'
const contracts = { 'create2.hex': 'DeterministicDeploymentProxyCode', 'multicall3.hex': 'MultiCall3Code' }

const dir = mkdtempSync(join(tmpdir(), 'preinstalled-'))
try {
  const archive = execFileSync('npm', ['pack', '--silent', source], { cwd: dir, encoding: 'utf8' }).trim()
  execFileSync('tar', ['xzf', archive, file], { cwd: dir })
  const text = readFileSync(join(dir, file), 'utf8')
  for (const [name, constant] of Object.entries(contracts)) {
    const found = text.match(new RegExp(`\\b${constant} =\\s*hex"([0-9a-f]+)";`))
    if (!found) throw new Error(`${source} has no ${constant} in ${file}`)
    const lines = found[1].match(/.{1,120}/g).join('\n')
    writeFileSync(fileURLToPath(new URL(name, import.meta.url)), lines + '\n')
  }
} finally {
  rmSync(dir, { recursive: true })
}
