def lines = System.in.readLines()
println lines.size()
println lines.last()
