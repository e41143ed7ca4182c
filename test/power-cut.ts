// A power cut in the middle of work that takes many transactions.
import type { TestInstallation } from './installation.ts';

/** An installation whose power goes after so many transactions. */
export function breakingAt(installation: TestInstallation, step: number): TestInstallation {
	let left = step;
	const db = new Proxy(installation.db, {
		get(target, name) {
			if (name === 'transaction' && --left < 0) throw new Error('the power is gone');
			const value = Reflect.get(target, name, target) as unknown;
			return typeof value === 'function' ? (value.bind(target) as unknown) : value;
		},
	});
	return { ...installation, db };
}
