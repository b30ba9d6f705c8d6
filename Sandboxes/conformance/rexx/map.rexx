in = '/dev/stdin'
counts. = 0
different = 0
do while lines(in) > 0
    word = linein(in)
    if counts.word = 0 then different = different + 1
    counts.word = counts.word + 1
end
say different
word = 'judge'
say counts.word
