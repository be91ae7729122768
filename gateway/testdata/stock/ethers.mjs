// Deploys a contract, sends value, reads state and events and watches blocks with ethers.
// usage: GATEWAY=http://127.0.0.1:8545 PRIVATE_KEY=0x... node ethers.mjs
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { ContractFactory, JsonRpcProvider, NonceManager, Wallet, WebSocketProvider, isError, parseEther } from 'ethers'

const url = process.env.GATEWAY ?? 'http://127.0.0.1:8545'
const { abi, bytecode } = JSON.parse(readFileSync(new URL('../Fixture.json', import.meta.url)))
const say = (step, facts = {}) =>
  console.log(JSON.stringify({ step, ...facts }, (_, v) => (typeof v === 'bigint' ? v.toString() : v)))

// ethers keeps answers for 250 ms, in which a block may have become final.
const provider = new JsonRpcProvider(url, undefined, { polling: true, pollingInterval: 100, cacheTimeout: -1 })
const wallet = new Wallet(process.env.PRIVATE_KEY, provider)
const live = new WebSocketProvider(url.replace(/^http/, 'ws'))
const network = await provider.getNetwork()
say('connected', { chain: network.chainId, block: await provider.getBlockNumber() })

const seen = { heads: [], logs: [] }
await live.on('block', (n) => seen.heads.push(n))

// Deploy.
const factory = new ContractFactory(abi, bytecode, wallet)
const contract = await factory.deploy(7n)
await contract.waitForDeployment()
const address = await contract.getAddress()
const deployed = await contract.deploymentTransaction().wait()
assert.equal(deployed.status, 1)
assert.equal(deployed.contractAddress, address)
say('deployed', { address, gasUsed: deployed.gasUsed, block: deployed.blockNumber })
await contract.connect(live).on('Stored', (who, key) => seen.logs.push(key))

// Write and read.
assert.equal(await contract.store.staticCall(1n, 35n), 42n)
const stored = await (await contract.store(1n, 35n)).wait()
assert.equal(stored.status, 1)
assert.equal(stored.logs[0].args.value, 35n)
assert.equal(await contract.total(), 42n)
assert.equal(await contract.total({ blockTag: stored.blockNumber - 1 }), 7n, 'the state of the block before')
say('wrote', { total: 42n, gasPrice: stored.gasPrice })

// Events.
const events = await contract.queryFilter('Stored', deployed.blockNumber)
assert.deepEqual(events.map((e) => [e.args.who, e.args.key, e.args.value]), [
  [wallet.address, 0n, 7n],
  [wallet.address, 1n, 35n],
])
const filtered = await contract.queryFilter(contract.filters.Stored(null, 1n), deployed.blockNumber)
assert.equal(filtered.length, 1)
say('events', { count: events.length })

// Value, in each type of transaction.
const receiver = Wallet.createRandom(provider)
const { gasPrice } = await provider.getFeeData()
for (const fields of [
  { type: 0, gasPrice },
  { type: 1, gasPrice, accessList: [{ address, storageKeys: [] }] },
  { type: 2, maxFeePerGas: gasPrice * 2n, maxPriorityFeePerGas: 1n },
  {},
]) {
  const tx = await wallet.sendTransaction({ to: receiver.address, value: parseEther('0.01'), ...fields })
  const receipt = await tx.wait()
  assert.equal(receipt.status, 1)
  const again = await provider.getTransaction(tx.hash)
  assert.equal(again.type, fields.type ?? 2)
  assert.equal(again.from, wallet.address)
}
assert.equal(await provider.getBalance(receiver.address), parseEther('0.04'))
say('sent', { receiver: receiver.address, value: parseEther('0.04') })

// Several at once.
const managed = new NonceManager(wallet)
const sent = await Promise.all([0, 1, 2, 3, 4].map(() => managed.sendTransaction({ to: receiver.address, value: 1n })))
for (const tx of sent) assert.equal((await tx.wait()).status, 1)
say('pipelined', { count: sent.length })

// What goes wrong comes back as the error that it is.
const failure = async (promise, code) => {
  try {
    await promise
  } catch (e) {
    assert.ok(isError(e, code), `want ${code}, got ${e.code}: ${e.message}`)
    return e
  }
  assert.fail(`want ${code}, got none`)
}
const reverted = await failure(contract.store.staticCall(1n, 2_000_000n), 'CALL_EXCEPTION')
assert.equal(reverted.revert.name, 'TooBig')
const estimated = await failure(contract.store(1n, 2_000_000n), 'CALL_EXCEPTION')
assert.equal(estimated.action, 'estimateGas')
const told = await failure(contract.fail(0n), 'CALL_EXCEPTION')
assert.equal(told.reason, 'told to fail')
await failure(wallet.sendTransaction({ to: receiver.address, value: 1n, nonce: 0 }), 'NONCE_EXPIRED')
await failure(receiver.sendTransaction({ to: wallet.address, value: parseEther('5') }), 'INSUFFICIENT_FUNDS')
say('errors', { reverted: reverted.revert.name })

// Blocks, and what was watched.
const block = await provider.getBlock(stored.blockNumber, true)
assert.ok(block.prefetchedTransactions.some((tx) => tx.hash === stored.hash))
assert.equal((await provider.getBlock(block.hash)).number, block.number)
assert.equal((await provider.getBlock(block.number + 1)).parentHash, block.hash)
const last = await (await contract.storeMany(10n, 3n, 1n)).wait()
const until = async (what, condition) => {
  const deadline = Date.now() + 20_000
  while (!condition()) {
    assert.ok(Date.now() < deadline, `${what} did not come`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
// The subscription may have begun after the first event.
await until('watched logs', () => seen.logs.includes(12n))
await until('watched blocks', () => seen.heads.at(-1) >= last.blockNumber)
assert.deepEqual(seen.logs.slice(-3), [10n, 11n, 12n])
say('watched', { heads: seen.heads.length, logs: seen.logs.length })
say('done')
await live.destroy()
provider.destroy()
process.exit(0)
