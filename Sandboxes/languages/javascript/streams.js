// Node.js writes to a pipe in the background once it is full: a program that prints much would hold all of it in memory,
// and lose it at process.exit(). So that its output is the same however fast it is read, writes wait here, as they do
// on a file or a terminal.
'use strict';

for (const name of ['stdout', 'stderr']) {
    const property = Object.getOwnPropertyDescriptor(process, name);
    const get = property.get;
    let stream;
    // Made at the first use, as without this file: most of the time of a start would go into it.
    property.get = () => {
        if (stream === undefined) {
            stream = get.call(process);
            if (stream._handle && stream._handle.setBlocking) stream._handle.setBlocking(true);
        }
        return stream;
    };
    Object.defineProperty(process, name, property);
}
