:- initialization(main).

main :-
    read_integer(Count),
    sum(Count, 0, Sum),
    write(Sum), nl.

sum(0, Sum, Sum) :- !.
sum(Count, Sum0, Sum) :-
    read_integer(Value),
    Sum1 is Sum0 + Value,
    Count1 is Count - 1,
    sum(Count1, Sum1, Sum).
