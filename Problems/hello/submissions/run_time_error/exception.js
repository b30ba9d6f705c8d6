console.log("Hello, World!");
throw new Error("after the answer");
