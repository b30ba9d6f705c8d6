reduce inputs as $word ({}; .[$word] += 1)
| length, .judge
