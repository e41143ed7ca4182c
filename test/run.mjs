// `npm test`: every kind of check in order, then how many passed and failed. Goes on after a failure to say all of it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(os.tmpdir(), 'joussour-results-'));
const total = { passed: 0, failed: 0 };
const broken = [];

function step(name, command, args) {
	console.log(`\n== ${name}`);
	const { status } = spawnSync(command, args, { stdio: 'inherit', shell: false });
	return status === 0;
}

function check(name, command, args) {
	if (step(name, command, args)) total.passed++;
	else {
		total.failed++;
		broken.push(name);
	}
}

function tests(project) {
	const report = path.join(folder, `${project}.json`);
	const ok = step(`tests: ${project}`, 'vitest', [
		'run',
		'--project',
		project,
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${report}`,
	]);
	try {
		const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
		total.passed += numPassedTests;
		total.failed += numFailedTests;
		if (!ok && numFailedTests === 0) total.failed++;
	} catch {
		total.failed++;
	}
	if (!ok) broken.push(`tests: ${project}`);
}

check('types of pages', 'svelte-check', ['--tsgo', '--tsconfig', './tsconfig.json', '--output', 'human']);
check('types', 'tsc', ['--noEmit']);
check('lint', 'oxlint', ['--deny-warnings']);
check('lint of pages', 'eslint', ['.', '--max-warnings', '0']);
check('form', 'prettier', ['--check', '.', '--log-level', 'warn']);
for (const project of ['unit', 'build', 'database', 'journeys']) tests(project);

if (broken.length > 0) console.log(`\nNot in order: ${broken.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
