declare var require: any;
declare var process: any;

require("fs").writeSync(1, "Hello, World!\n");
process.exit(7);
