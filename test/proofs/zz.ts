import { proveForming } from './forming.ts';
const [applications, free, kills] = process.argv.slice(2).map(Number);
const t = performance.now();
const r = await proveForming({ applications: applications!, free: free!, kills: kills!, seed: 1 });
console.log(r.given, r.usedUp, r.faults.length, r.faults.slice(0, 5), Math.round(performance.now() - t));
