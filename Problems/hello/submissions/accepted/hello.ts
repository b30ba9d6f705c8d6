declare var require: any;

const greeting: string = "Hello, World!";
require("fs").writeSync(1, greeting + "\n");
