// Verifies an audit bundle under Node, as a page does in a browser, and prints the report as JSON.
// usage: node verify.mjs WASM_EXEC_JS ASSENT_VERIFY_WASM BUNDLE TRUST_ROOT [OPTIONS_JSON]
// WASM_EXEC_JS is lib/wasm/wasm_exec.js of the Go that built the verifier. Exits with 1 when a check fails.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [wasmExec, wasm, bundle, trustRoot, options] = process.argv.slice(2);
await import(pathToFileURL(wasmExec)); // defines Go
const go = new globalThis.Go();
const { instance } = await WebAssembly.instantiate(await readFile(wasm), go.importObject);
go.run(instance);
const report = globalThis.assentVerify(
	new Uint8Array(await readFile(bundle)), new Uint8Array(await readFile(trustRoot)), JSON.parse(options ?? '{}'));
if (report instanceof Error) {
	console.error(report.message);
	process.exit(2);
}
console.log(report);
process.exit(JSON.parse(report).passed ? 0 : 1);
