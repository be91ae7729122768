// Deploys a contract, sends value, reads state and events and watches blocks with viem.
// usage: GATEWAY=http://127.0.0.1:8545 PRIVATE_KEY=0x... node viem.mjs
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import {
  BaseError,
  ContractFunctionRevertedError,
  InsufficientFundsError,
  NonceTooLowError,
  concat,
  createPublicClient,
  createWalletClient,
  defineChain,
  encodeDeployData,
  getContractAddress,
  http,
  keccak256,
  parseEther,
  webSocket,
} from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'

const url = process.env.GATEWAY ?? 'http://127.0.0.1:8545'
const { abi, bytecode } = JSON.parse(readFileSync(new URL('../Fixture.json', import.meta.url)))
const account = privateKeyToAccount(process.env.PRIVATE_KEY)
const say = (step, facts = {}) =>
  console.log(JSON.stringify({ step, ...facts }, (_, v) => (typeof v === 'bigint' ? v.toString() : v)))

const probe = createPublicClient({ transport: http(url) })
const chain = defineChain({
  id: await probe.getChainId(),
  name: 'ParaTime',
  nativeCurrency: { name: 'Token', symbol: 'TKN', decimals: 18 },
  rpcUrls: { default: { http: [url], webSocket: [url.replace(/^http/, 'ws')] } },
})
const options = { chain, pollingInterval: 100 }
const client = createPublicClient({ ...options, transport: http() })
const wallet = createWalletClient({ ...options, account, transport: http() })
const live = createPublicClient({ ...options, transport: webSocket() })
say('connected', { chain: chain.id, block: await client.getBlockNumber() })

// Watch before anything happens.
const seen = { heads: [], logs: [] }
const stopHeads = live.watchBlocks({ onBlock: (b) => seen.heads.push(b.number), onError: (e) => assert.fail(e) })

// Deploy.
const deployHash = await wallet.deployContract({ abi, bytecode, args: [7n] })
const deployed = await client.waitForTransactionReceipt({ hash: deployHash })
assert.equal(deployed.status, 'success')
const address = deployed.contractAddress
assert.ok((await client.getCode({ address })).length > 2)
say('deployed', { address, gasUsed: deployed.gasUsed, block: deployed.blockNumber })

const contract = { abi, address }
const stopLogs = live.watchContractEvent({
  ...contract,
  eventName: 'Stored',
  onLogs: (logs) => seen.logs.push(...logs),
  onError: (e) => assert.fail(e),
})

// Write and read.
const store = { ...contract, account, functionName: 'store', args: [1n, 35n] }
const { request, result } = await client.simulateContract(store)
assert.equal(result, 42n)
const stored = await client.waitForTransactionReceipt({ hash: await wallet.writeContract(request) })
assert.equal(stored.status, 'success')
assert.equal(await client.readContract({ ...contract, functionName: 'total' }), 42n)
assert.equal(
  await client.readContract({ ...contract, functionName: 'total', blockNumber: stored.blockNumber - 1n }),
  7n,
  'the state of the block before',
)
say('wrote', { total: 42n, effectiveGasPrice: stored.effectiveGasPrice })

// Events, from the receipt and from the index.
const events = await client.getContractEvents({ ...contract, eventName: 'Stored', fromBlock: deployed.blockNumber })
assert.deepEqual(events.map((e) => [e.args.who, e.args.key, e.args.value]), [
  [account.address, 0n, 7n],
  [account.address, 1n, 35n],
])
const filtered = await client.getContractEvents({
  ...contract, eventName: 'Stored', args: { key: 1n }, fromBlock: deployed.blockNumber,
})
assert.equal(filtered.length, 1)
say('events', { count: events.length })

// Value, in each type of transaction.
const receiver = privateKeyToAccount(generatePrivateKey())
const price = await client.getGasPrice()
for (const fields of [
  { type: 'legacy', gasPrice: price },
  { type: 'eip2930', gasPrice: price, accessList: [{ address, storageKeys: [] }] },
  { type: 'eip1559', maxFeePerGas: price * 2n, maxPriorityFeePerGas: 1n },
  {},
]) {
  const hash = await wallet.sendTransaction({ to: receiver.address, value: parseEther('0.01'), ...fields })
  const receipt = await client.waitForTransactionReceipt({ hash })
  assert.equal(receipt.status, 'success')
  const tx = await client.getTransaction({ hash })
  assert.equal(tx.type, fields.type ?? 'eip1559')
  assert.equal(tx.from.toLowerCase(), account.address.toLowerCase())
  assert.equal(tx.value, parseEther('0.01'))
}
assert.equal(await client.getBalance({ address: receiver.address }), parseEther('0.04'))
say('sent', { receiver: receiver.address, value: parseEther('0.04') })

// A contract at an address that is known before, by the deployer that chains have at this address.
const deployer = '0x4e59b44847b379578588920cA78FbF26c0B4956C'
const initCode = encodeDeployData({ abi, bytecode, args: [11n] })
const salt = keccak256(account.address)
const known = getContractAddress({ opcode: 'CREATE2', from: deployer, salt, bytecode: initCode })
if (!(await client.getCode({ address: known }))) {
  const hash = await wallet.sendTransaction({ to: deployer, data: concat([salt, initCode]) })
  assert.equal((await client.waitForTransactionReceipt({ hash })).status, 'success')
}
assert.equal(await client.readContract({ abi, address: known, functionName: 'total' }), 11n)
say('created', { address: known })

// Several reads in one call, by Multicall3.
const reads = [address, known].map((a) => ({ abi, address: a, functionName: 'total' }))
const totals = await client.multicall({
  contracts: [...reads, { ...contract, functionName: 'fail', args: [0n] }],
  multicallAddress: '0xcA11bde05977b3631167028862bE2a173976CA11',
})
assert.deepEqual(totals.map((t) => t.result ?? t.status), [42n, 11n, 'failure'])
say('multicall', { totals: totals.length })

// Several at once, with nonces of our own.
let nonce = await client.getTransactionCount({ address: account.address, blockTag: 'pending' })
const hashes = await Promise.all(
  [0, 1, 2, 3, 4].map((i) =>
    wallet.sendTransaction({ to: receiver.address, value: 1n, nonce: nonce + i, gas: 21000n })),
)
for (const hash of hashes) assert.equal((await client.waitForTransactionReceipt({ hash })).status, 'success')
say('pipelined', { count: hashes.length })

// What goes wrong comes back as the error that it is.
const failure = async (promise, type) => {
  try {
    await promise
  } catch (e) {
    const found = e instanceof BaseError && e.walk((cause) => cause instanceof type)
    assert.ok(found, `want ${type.name}, got ${e}`)
    return found
  }
  assert.fail(`want ${type.name}, got none`)
}
const reverted = await failure(
  client.simulateContract({ ...contract, account, functionName: 'store', args: [1n, 2_000_000n] }),
  ContractFunctionRevertedError,
)
assert.equal(reverted.data.errorName, 'TooBig')
const told = await failure(
  client.readContract({ ...contract, functionName: 'fail', args: [0n] }),
  ContractFunctionRevertedError,
)
assert.equal(told.reason, 'told to fail')
await failure(wallet.sendTransaction({ to: receiver.address, value: 1n, nonce: 0, gas: 21000n }), NonceTooLowError)
const poor = createWalletClient({ ...options, account: receiver, transport: http() })
await failure(
  poor.sendTransaction({ to: account.address, value: parseEther('5'), gas: 21000n }),
  InsufficientFundsError)
say('errors', { reverted: reverted.data.errorName })

// Blocks and filters.
const block = await client.getBlock({ blockNumber: stored.blockNumber, includeTransactions: true })
assert.ok(block.transactions.some((tx) => tx.hash === stored.transactionHash))
assert.equal((await client.getBlock({ blockHash: block.hash })).number, block.number)
assert.equal((await client.getBlock({ blockNumber: block.number + 1n })).parentHash, block.hash)
const history = await client.getFeeHistory({ blockCount: 4, rewardPercentiles: [50] })
assert.equal(history.baseFeePerGas.length, history.gasUsedRatio.length + 1)
const filter = await client.createContractEventFilter({ ...contract, eventName: 'Stored' })
const last = await client.waitForTransactionReceipt({
  hash: await wallet.writeContract({ ...contract, functionName: 'storeMany', args: [10n, 3n, 1n] }),
})
const until = async (what, condition) => {
  const deadline = Date.now() + 20_000
  while (!(await condition())) {
    assert.ok(Date.now() < deadline, `${what} did not come`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
let polled = 0
await until('filter changes', async () => (polled += (await client.getFilterChanges({ filter })).length) >= 3)
assert.equal(polled, 3)
// The subscription may have begun after the first event.
const keys = () => seen.logs.map((l) => l.args.key)
await until('watched logs', () => keys().includes(12n))
await until('watched blocks', () => seen.heads.at(-1) >= last.blockNumber)
assert.deepEqual(keys().slice(-3), [10n, 11n, 12n])
say('watched', { heads: seen.heads.length, logs: seen.logs.length })
stopHeads()
stopLogs()
say('done')
process.exit(0)
