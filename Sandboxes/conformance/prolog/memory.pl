main :-
    fill([]).

fill(Blocks) :-
    numlist(1, 100000, Block),
    fill([Block|Blocks]).
