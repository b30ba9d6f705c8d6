const blocks = [];
while (true) blocks.push(new ArrayBuffer(1 << 20));
