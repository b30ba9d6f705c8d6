set print '-'
line = ''
do for [i = 1:99] { line = line . 'x' }
do for [i = 1:100000] { print line }
