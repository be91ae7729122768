// Carries requests of the page to the service worker, which pages cannot reach.
window.addEventListener('message', async ({ source, data }) => {
  if (source !== window || data?.to !== 'bridge') return
  const { id, method, params } = data
  const answer = await chrome.runtime.sendMessage({ id, method, params })
  window.postMessage({ to: 'inpage', ...answer }, window.location.origin)
})
