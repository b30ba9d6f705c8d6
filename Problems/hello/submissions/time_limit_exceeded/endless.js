console.log("Hello, World!");
for (;;) {}
