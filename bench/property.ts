import { damageTrial } from './generate/damage-trial.ts';
import { roundtripFaults } from './generate/roundtrip.ts';

// npm run test:property -- [COUNT] [FIRST SEED]: render and read back, and damage and read, COUNT reports each.

const [count = 20_000, first = 0] = process.argv.slice(2).map(Number);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(first)) {
  console.error('property: COUNT and FIRST SEED are whole numbers');
  process.exit(2);
}

let faults = 0;
let excused = 0;
let tied = 0;
const show = (fault: string) => {
  faults += 1;
  if (faults <= 50) console.log(fault);
};
for (let seed = first; seed < first + count; seed++) {
  for (const fault of await roundtripFaults(seed)) show(fault);
  const trial = await damageTrial(seed);
  if (trial.isAnotherReport) excused += 1;
  else if (trial.wrong.length > trial.tied) show(`${trial.name}: ${trial.wrong.join('; ')}`);
  else if (trial.wrong.length > 0) tied += 1;
}
console.log(
  `${count} reports read back, ${count} damaged: ${faults} faults; ${excused} damaged texts are what another report prints, in ${tied} a sign or counter ties a number that came from another row`,
);
process.exit(faults > 0 ? 1 : 0);
