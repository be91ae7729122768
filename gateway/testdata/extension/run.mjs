// Runs the wallet in Chromium, without a window, and lets a page use it. Prints one JSON line for each step.
// GATEWAY is the URL of a gateway, CHAIN_ID its chain, PRIVATE_KEY and ACCOUNT a funded account, TYPED_DATA what it
// signs, CHROMIUM the browser.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'

const { GATEWAY, PRIVATE_KEY, ACCOUNT, TYPED_DATA, CHROMIUM, CHAIN_ID } = process.env
const step = (name, more = {}) => console.log(JSON.stringify({ step: name, ...more }))

const folder = await mkdtemp(join(tmpdir(), 'wallet-'))
const extension = join(folder, 'extension')
await cp('src', extension, { recursive: true })
await build({
  entryPoints: ['src/worker.js'], outfile: join(extension, 'worker.js'), allowOverwrite: true, logLevel: 'error',
  bundle: true, format: 'iife', target: 'chrome120', inject: ['./shim.mjs'], define: { global: 'globalThis' },
  external: ['http', 'https', 'url', 'util', 'zlib'], // of a library's part for Node that a browser never reaches
})

// The dapp's page, which is served by this machine, and by the same server under a foreign name.
const html = '<!doctype html><title>dapp</title>'
const server = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(html))
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const port = server.address().port

const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath: CHROMIUM,
  headless: false,
  ignoreDefaultArgs: ['--disable-extensions'],
  args: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage',
    `--disable-extensions-except=${extension}`, `--load-extension=${extension}`,
    '--disable-features=DisableLoadExtensionCommandLineSwitch', '--host-resolver-rules=MAP *.test 127.0.0.1'],
})
try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }))
  await worker.evaluate(([key, account]) => unlock(key, account), [PRIVATE_KEY.slice(2), ACCOUNT.toLowerCase()])
  step('extension', { origin: await worker.evaluate(() => self.origin) })

  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${port}/`)
  const ask = (method, params = []) => page.evaluate((request) => window.ethereum.request(request), { method, params })

  const nativeCurrency = { name: 'Assent', symbol: 'ASN', decimals: 18 }
  const chain = { chainName: 'Assent', nativeCurrency, rpcUrls: [GATEWAY] }
  const adding = ask('wallet_addEthereumChain', [{ ...chain, chainId: '0x1' }])
  const wrong = await adding.then(() => 'taken', (error) => error.message)
  step('another chain id', { answer: wrong })
  await ask('wallet_addEthereumChain', [{ ...chain, chainId: CHAIN_ID }])
  await ask('wallet_switchEthereumChain', [{ chainId: CHAIN_ID }])
  step('chain', { chainId: await ask('eth_chainId') })

  const [account] = await ask('eth_requestAccounts')
  const balance = await ask('eth_getBalance', [account, 'latest'])
  step('account', { account, balance, nonce: await ask('eth_getTransactionCount', [account, 'latest']) })

  step('typed data', { signature: await ask('eth_signTypedData_v4', [account, TYPED_DATA]) })
  step('message', { signature: await ask('personal_sign', ['0x48656c6c6f', account]) })

  const hash = await ask('eth_sendTransaction', [{ from: account, to: account, value: '0x1', data: '0x' }])
  let receipt = null
  while (!receipt) receipt = await ask('eth_getTransactionReceipt', [hash])
  const nonce = await ask('eth_getTransactionCount', [account, 'latest'])
  step('transaction', { hash, status: receipt.status, nonce })

  step('blocks over WebSocket', { numbers: await worker.evaluate(() => heads(2)) })

  const reach = async (where) => {
    const other = await context.newPage()
    await other.goto(where)
    return other.evaluate(async (gateway) => {
      const body = '{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]}'
      const headers = { 'Content-Type': 'application/json' }
      const posted = await fetch(gateway, { method: 'POST', headers, body }).then((r) => r.status, () => 'refused')
      const socket = await new Promise((resolve) => {
        const ws = new WebSocket(gateway.replace(/^http/, 'ws'))
        ws.onopen = () => resolve('open')
        ws.onerror = () => resolve('refused')
      })
      const frame = await new Promise((resolve) => {
        // A frame that any page can make has the origin null.
        const sandbox = document.createElement('iframe')
        sandbox.sandbox = 'allow-scripts'
        window.addEventListener('message', ({ data }) => resolve(data), { once: true })
        const ask = `fetch('${gateway}', ${JSON.stringify({ method: 'POST', headers, body })})`
        const said = `${ask}.then((r) => r.status, () => 'refused')`
        sandbox.srcdoc = `<script>${said}.then((said) => parent.postMessage(said, '*'))</script>`
        document.body.append(sandbox)
      })
      return { fetch: posted, socket, frame }
    }, GATEWAY)
  }
  step('page of this machine', await reach(`http://127.0.0.1:${port}/`))
  step('foreign page', await reach(`http://example.test:${port}/`))
  step('done')
} finally {
  await context.close()
  server.close()
  await rm(folder, { recursive: true, force: true })
}
