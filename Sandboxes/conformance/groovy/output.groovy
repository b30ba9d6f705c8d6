def line = 'x' * 99
100_000.times { println line }
