// The provider that a page sees (EIP-1193), announced as EIP-6963 says.
let last = 0
const waiting = new Map()

window.addEventListener('message', ({ source, data }) => {
  if (source !== window || data?.to !== 'inpage') return
  const { resolve, reject } = waiting.get(data.id)
  waiting.delete(data.id)
  if (data.error) reject(Object.assign(new Error(data.error.message), data.error))
  else resolve(data.result)
})

const provider = {
  request: ({ method, params }) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      window.postMessage({ to: 'bridge', id: last, method, params }, window.location.origin)
    }),
}
window.ethereum = provider

const info = { uuid: crypto.randomUUID(), name: 'Assent test wallet', icon: 'data:,', rdns: 'test.assent.wallet' }
const announce = () =>
  window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: Object.freeze({ info, provider }) }))
window.addEventListener('eip6963:requestProvider', announce)
announce()
