:- initialization(main).

main :-
    depth(100000, Depth),
    write(Depth), nl.

depth(0, 0) :- !.
depth(N, Depth) :-
    N1 is N - 1,
    depth(N1, Depth1),
    Depth is Depth1 + 1.
