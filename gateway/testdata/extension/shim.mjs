// What MetaMask's bundler gives its libraries in a service worker.
export { Buffer } from 'buffer/'
export const process = { env: {}, nextTick: (f, ...args) => queueMicrotask(() => f(...args)) }
