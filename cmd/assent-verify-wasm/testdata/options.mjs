// Calls the verifier with options good and bad, and prints what each call returned, in lines.
// usage: node options.mjs WASM_EXEC_JS ASSENT_VERIFY_WASM BUNDLE TRUST_ROOT
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [wasmExec, wasm, bundleFile, rootFile] = process.argv.slice(2);
await import(pathToFileURL(wasmExec)); // defines Go
const go = new globalThis.Go();
const { instance } = await WebAssembly.instantiate(await readFile(wasm), go.importObject);
go.run(instance);
const bundle = new Uint8Array(await readFile(bundleFile));
const root = new Uint8Array(await readFile(rootFile));
const item = { platform: 'tdx', component: 'microcode', svn: 5 };
const file = { name: 'other', data: bundle };
const get = () => { throw new Error('thrown'); };
const thrower = (name) => Object.defineProperty({}, name, { enumerable: true, get });

const good = [undefined, null, {}, { now: null, with: null, tcb: null, floor: undefined }, Object.create(null),
	{ now: 1830000000000.5, with: [], tcb: [], floor: [] }, { now: Date.now(), with: [file] },
	{ tcb: ['OutOfDate'], floor: [{ platform: 'snp', component: 'microcode', svn: 1 }] }];
const bad = ['strict', 5, true, [], () => {}, new Map([['floor', [item]]]), new Uint8Array(1),
	thrower('floor'), thrower('other'), Object.create({ floor: 'tdx microcode 5' }),
	{ with: [thrower('data')] }, { floor: [thrower('svn')] },
	{ floors: [] }, { Floor: [item] }, { maxAge: 1 },
	{ now: '2030' }, { now: NaN }, { now: Infinity }, { now: -Infinity }, { now: 1e300 },
	{ now: new Date() }, { now: 5n },
	{ tcb: 'OutOfDate' }, { tcb: 5 }, { tcb: { 0: 'OutOfDate' } }, { tcb: [1] }, { tcb: [null] },
	{ tcb: [undefined] },
	{ tcb: [['OutOfDate']] }, { tcb: () => ['OutOfDate'] }, { tcb: [5n] },
	{ floor: 'tdx microcode 5' }, { floor: item }, { floor: false }, { floor: 0 }, { floor: () => [item] },
	{ floor: new Map([[0, item]]) }, { floor: [null] }, { floor: [[]] }, { floor: [{}] },
	{ floor: ['tdx microcode 5'] },
	{ floor: [{ ...item, platform: 'sgx' }] }, { floor: [{ ...item, svn: '5' }] }, { floor: [{ ...item, svn: -1 }] },
	{ floor: [{ ...item, svn: 65536 }] }, { floor: [{ ...item, svn: 1.5 }] }, { floor: [{ ...item, svn: NaN }] },
	{ floor: [{ ...item, component: undefined }] }, { floor: [{ ...item, version: 6 }] },
	{ with: file }, { with: 'other' }, { with: [null] }, { with: [undefined] }, { with: [bundle] }, { with: [[]] },
	{ with: [{}] }, { with: [{ name: 'other' }] }, { with: [{ name: 5, data: bundle }] },
	{ with: [{ name: 'other', data: [1] }] }, { with: [{ name: 'other', data: null }] },
	{ with: [{ ...file, size: 1 }] }];

for (const [kind, list] of Object.entries({ good, bad })) {
	list.forEach((options, i) => {
		const report = globalThis.assentVerify(bundle, root, options);
		const text = report instanceof Error ? report.message : `passed ${JSON.parse(report).passed}`;
		console.log(`${kind} ${i}: ${text}`);
	});
}
process.exit(0);
