:- initialization(main).

main :-
    read_integer(Count),
    length(Values, Count),
    maplist(read_integer, Values),
    msort(Values, Sorted),
    maplist(show, Sorted).

show(Value) :-
    write(Value), nl.
