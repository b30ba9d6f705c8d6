("x" * 99) as $line
| range(100000)
| $line
