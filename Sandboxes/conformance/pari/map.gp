{
counts = Map();
foreach(readstr("/dev/stdin"), word,
    mapput(counts, word, if(mapisdefined(counts, word), mapget(counts, word)) + 1));
}
print(#counts);
print(mapget(counts, "judge"));
