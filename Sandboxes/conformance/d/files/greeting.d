module greeting;

import std.stdio;

void greet(string name) {
    writefln("Hello, %s!", name);
}
