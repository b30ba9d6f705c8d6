importPackage(java.math);

let product = BigInteger.ONE;
for (let i = 2; i <= 50; i++) product = product.multiply(BigInteger.valueOf(i));
print(product);
