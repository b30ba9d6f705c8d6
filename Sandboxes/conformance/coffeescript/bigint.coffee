product = 1n
product *= BigInt n for n in [2..50]
console.log String product
