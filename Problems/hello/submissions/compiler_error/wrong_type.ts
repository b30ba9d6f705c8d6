// The type is wrong, although the JavaScript in it would run.
// @EXPECTED_RESULTS@: COMPILER-ERROR
declare var require: any;

const greeting: number = "Hello, World!";
require("fs").writeSync(1, greeting + "\n");
