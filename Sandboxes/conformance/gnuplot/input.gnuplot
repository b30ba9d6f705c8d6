set print '-'
set datafile separator "\n"
last = ''
stats '/dev/stdin' using (last = stringcolumn(1), 0) nooutput
print STATS_records
print last
