// A wallet as MetaMask is one: a service worker of an extension that holds a key, reaches the network through
// MetaMask's own fetch middleware, and answers what pages ask of it.
import { createCustomCommon, Hardfork, Mainnet } from '@ethereumjs/common'
import { createFeeMarket1559Tx } from '@ethereumjs/tx'
import { createFetchMiddleware } from '@metamask/eth-json-rpc-middleware'
import { personalSign, signTypedData, SignTypedDataVersion } from '@metamask/eth-sig-util'
import { createAsyncMiddleware, JsonRpcEngine } from '@metamask/json-rpc-engine'

const wallet = { key: undefined, account: undefined, url: undefined, chainId: undefined, network: undefined }

// unlock gives the wallet its key.
globalThis.unlock = (key, account) => {
  wallet.key = Uint8Array.from(key.match(/[0-9a-f]{2}/g), (byte) => parseInt(byte, 16))
  wallet.account = account
}

async function ask(network, method, params = []) {
  const { result, error } = await network.handle({ jsonrpc: '2.0', id: 1, method, params })
  if (error) throw Object.assign(new Error(error.message), error)
  return result
}

function networkAt(rpcUrl) {
  const engine = new JsonRpcEngine()
  engine.push(createFetchMiddleware({ btoa, fetch: (...args) => fetch(...args), rpcUrl }))
  return engine
}

// addChain checks, before it takes a network, that it is the one that it is said to be.
async function addChain({ chainId, chainName, nativeCurrency, rpcUrls }) {
  if (!chainName || nativeCurrency?.decimals !== 18 || !/^[A-Za-z0-9]{2,6}$/.test(nativeCurrency.symbol)) {
    throw new Error('the description of the chain is not complete')
  }
  const network = networkAt(rpcUrls[0])
  const said = await ask(network, 'eth_chainId')
  if (said !== chainId) throw new Error(`the network says that its chain id is ${said}, not ${chainId}`)
  const version = await ask(network, 'net_version')
  if (version !== String(Number(chainId))) throw new Error(`the network says that its version is ${version}`)
  Object.assign(wallet, { url: rpcUrls[0], chainId, network })
  return null
}

// fees estimates what to pay from the last blocks, as MetaMask's fee controller does.
async function fees() {
  const block = await ask(wallet.network, 'eth_getBlockByNumber', ['latest', false])
  if (block.baseFeePerGas === undefined) throw new Error('the network has no EIP-1559 fees')
  const history = await ask(wallet.network, 'eth_feeHistory', ['0x5', 'latest', [10, 20, 30]])
  const tips = history.reward.map((of) => BigInt(of[1])).sort((a, b) => (a < b ? -1 : 1))
  const tip = tips[Math.floor(tips.length / 2)]
  const base = BigInt(history.baseFeePerGas.at(-1))
  return { maxPriorityFeePerGas: tip, maxFeePerGas: 2n * base + tip }
}

async function sendTransaction(tx) {
  if (tx.from.toLowerCase() !== wallet.account) throw new Error('this account is not in the wallet')
  const code = await ask(wallet.network, 'eth_getCode', [tx.to, 'latest'])
  const gas = BigInt(await ask(wallet.network, 'eth_estimateGas', [tx]))
  const filled = {
    ...tx,
    chainId: BigInt(wallet.chainId),
    nonce: await ask(wallet.network, 'eth_getTransactionCount', [wallet.account, 'pending']),
    gasLimit: code === '0x' ? gas : (gas * 3n) / 2n,
    ...(await fees()),
  }
  const common = createCustomCommon({ chainId: Number(wallet.chainId) }, Mainnet, { hardfork: Hardfork.Cancun })
  const raw = createFeeMarket1559Tx(filled, { common }).sign(wallet.key).serialize()
  return ask(wallet.network, 'eth_sendRawTransaction', ['0x' + hex(raw)])
}

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

// heads waits for some blocks over WebSocket and returns their numbers.
globalThis.heads = (count) =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(wallet.url.replace(/^http/, 'ws'))
    const numbers = []
    socket.onerror = () => reject(new Error('the WebSocket was refused'))
    socket.onopen = () => socket.send('{"jsonrpc":"2.0","id":1,"method":"eth_subscribe","params":["newHeads"]}')
    socket.onmessage = ({ data }) => {
      const { method, params } = JSON.parse(data)
      if (method !== 'eth_subscription') return
      numbers.push(Number(params.result.number))
      if (numbers.length === count) {
        socket.close()
        resolve(numbers)
      }
    }
  })

const own = {
  eth_requestAccounts: () => [wallet.account],
  eth_accounts: () => [wallet.account],
  wallet_addEthereumChain: ([chain]) => addChain(chain),
  wallet_switchEthereumChain: ([{ chainId }]) => {
    if (chainId !== wallet.chainId) throw Object.assign(new Error('Unrecognized chain ID'), { code: 4902 })
    return null
  },
  personal_sign: ([data]) => personalSign({ privateKey: wallet.key, data }),
  eth_signTypedData_v4: ([, json]) => {
    const data = JSON.parse(json)
    if (BigInt(data.domain.chainId) !== BigInt(wallet.chainId)) {
      throw new Error(`chainId ${data.domain.chainId} must match the active chainId ${Number(wallet.chainId)}`)
    }
    return signTypedData({ privateKey: wallet.key, data, version: SignTypedDataVersion.V4 })
  },
  eth_sendTransaction: ([tx]) => sendTransaction(tx),
}

const pages = new JsonRpcEngine()
pages.push(
  createAsyncMiddleware(async (request, response, next) => {
    if (own[request.method]) response.result = await own[request.method](request.params ?? [])
    else return next()
  }),
)
pages.push(
  createAsyncMiddleware(async (request, response) => {
    response.result = await ask(wallet.network, request.method, request.params)
  }),
)

chrome.runtime.onMessage.addListener(({ id, method, params }, _sender, respond) => {
  const handled = pages.handle({ jsonrpc: '2.0', id, method, params: params ?? [] })
  handled.then(({ result, error }) => respond({ id, result, error }))
  return true // The answer comes later.
})
