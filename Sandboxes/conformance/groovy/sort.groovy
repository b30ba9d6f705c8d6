def input = System.in.newReader()
def values = (0..<(input.readLine() as int)).collect { input.readLine() as int }
println values.sort().join('\n')
