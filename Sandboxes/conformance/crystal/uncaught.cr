raise "nobody catches this"
