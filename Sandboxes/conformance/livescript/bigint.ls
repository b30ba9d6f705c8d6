product = [1 to 50].map BigInt .reduce (*)
console.log String product
