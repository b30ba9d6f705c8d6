const blocks = [];
while (true) blocks.push(new Uint8Array(1 << 20).fill(1));
