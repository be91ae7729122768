#!/usr/bin/env node
// Says how large files are, and how large brotli at its best makes them (a minute for ten megabytes).
// usage: scripts/compressed-size.mjs FILE...
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

for (const file of process.argv.slice(2)) {
	const data = readFileSync(file);
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
		[constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
		[constants.BROTLI_PARAM_SIZE_HINT]: data.length,
	};
	console.log(`${file}: ${data.length} bytes, ${brotliCompressSync(data, { params }).length} in brotli`);
}
