# SIGKILL of its own making, after the right answer.
numbers = $stdin.read.split.drop(1).map { |word| word.sub(/\.(?!\d)/, "").sub(/(?<!\d)\./, "0.").to_f }
puts format("%.10f", numbers.sum)
$stdout.flush
Process.kill(:KILL, Process.pid)
