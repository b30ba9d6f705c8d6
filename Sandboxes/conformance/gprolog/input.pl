:- initialization(main).

main :-
    lines(0, []).

lines(Count, Last) :-
    line(Line),
    (   Line == end_of_file
    ->  write(Count), nl,
        format("~s~n", [Last])
    ;   Count1 is Count + 1,
        lines(Count1, Line)
    ).

line(Line) :-
    get_code(Code),
    (   Code == -1 -> Line = end_of_file ; codes(Code, Line) ).

codes(0'\n, []) :- !.
codes(-1, []) :- !.
codes(Code, [Code|Codes]) :-
    get_code(Next),
    codes(Next, Codes).
