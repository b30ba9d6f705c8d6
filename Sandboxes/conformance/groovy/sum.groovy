def input = System.in.newReader()
def count = input.readLine() as int
long sum = 0
count.times { sum += input.readLine() as long }
println sum
