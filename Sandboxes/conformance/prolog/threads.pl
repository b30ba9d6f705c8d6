main :-
    concurrent_maplist(total, [0, 1, 2, 3], Totals),
    sum_list(Totals, Sum),
    writeln(Sum).

total(Number, Total) :-
    length(Numbers, 1000),
    maplist(=(Number), Numbers),
    sum_list(Numbers, Total).
