const lines = require('fs').readFileSync(0, 'utf8').split('\n');
for (const line of lines.slice(0, 2)) console.log(line);
console.log('žluťoučký kůň, καλημέρα, 日本語, 🙂');
