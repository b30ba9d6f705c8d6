set print '-'
stats '/dev/stdin' skip 1 using 1 nooutput
print sprintf('%.0f', STATS_sum)
