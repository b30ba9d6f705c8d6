def counts = System.in.readLines().countBy { it }
println counts.size()
println counts['judge']
