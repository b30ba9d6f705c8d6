load 'greeting.gnuplot'

set print '-'
print greet('World')
