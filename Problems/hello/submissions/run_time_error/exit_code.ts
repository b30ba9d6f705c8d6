declare function require(name: string): any;
declare var process: { exit(code: number): never };

require("fs").writeSync(1, "Hello, World!\n");
process.exit(7);
