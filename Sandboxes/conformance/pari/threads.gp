add(number) = sum(i = 1, 1000, number);
export(add);

print(vecsum(parapply(add, [0..3])));
