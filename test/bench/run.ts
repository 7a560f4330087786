import process from 'node:process'

/*
 * `npm run bench`                                  everything but the planner, `npm run bench -- 1` with one round
 * `npm run bench -- planner [folder]`              the planner; `folder` holds instances of ITC-2007 (`.ctt`)
 * `npm run bench -- certificates [rounds]`        certificates against Chromium and pdfkit, their memory, and verification
 * `npm run bench -- portal [commands …]`           synchronisation and forms of needs; run-portal.ts says the sizes
 * `npm run bench -- itc <file.ctt> [seconds] [out]` one instance; its solution goes to `out` in the competition's format
 */
const [what] = process.argv.slice(2)
if (what === 'planner') await import('./planner/run-planner.ts')
else if (what === 'certificates') await import('./certificates/run-certificates.ts')
else if (what === 'portal') await import('./portal/run-portal.ts')
else if (what === 'itc') {
  process.argv.splice(2, 1)
  await import('./cases/itc.ts')
} else await import('./run-store.ts')
