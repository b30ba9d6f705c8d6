reduce inputs as $line ({count: 0}; .count += 1 | .last = $line)
| .count, .last
