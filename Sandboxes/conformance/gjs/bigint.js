let product = 1n;
for (let i = 2n; i <= 50n; i++) product *= i;
print(product);
