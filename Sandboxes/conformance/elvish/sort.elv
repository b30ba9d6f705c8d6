var lines = [(from-lines)]
each $num~ $lines[1..] | order | each $echo~
