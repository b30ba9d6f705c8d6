let product = 1n;
for (let i = 1n; i <= 50n; i++) product *= i;
console.log(product.toString());
