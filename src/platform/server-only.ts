// A wrapper for what a page shows and no script needs: Kit would serialise load data even for pages without scripts.
export class ServerOnly<Value> {
	readonly value: Value;
	constructor(value: Value) {
		this.value = value;
	}
}
