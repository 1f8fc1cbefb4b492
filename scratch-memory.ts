import { proveMemory } from './test/proofs/memory.ts';
console.log(await proveMemory({ different: Number(process.argv[2]), requests: Number(process.argv[3]), step: Number(process.argv[4]) }));
