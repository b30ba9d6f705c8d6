:- initialization(main).

main :-
    fill([]).

fill(Blocks) :-
    length(Block, 100000),
    fill([Block|Blocks]).
