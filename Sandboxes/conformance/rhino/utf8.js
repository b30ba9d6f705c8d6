importPackage(java.io);

const input = new BufferedReader(new InputStreamReader(java.lang.System['in']));
for (let i = 0; i < 2; i++) print(input.readLine());
print('žluťoučký kůň, καλημέρα, 日本語, 🙂');
