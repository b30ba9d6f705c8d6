:- initialization(main).
:- dynamic(count/2).

main :-
    line(Line),
    (   Line == ''
    ->  findall(Word, count(Word, _), Words),
        length(Words, Different),
        count(judge, Judges),
        write(Different), nl,
        write(Judges), nl
    ;   increment(Line),
        main
    ).

increment(Word) :-
    (   retract(count(Word, Before)) -> true ; Before = 0 ),
    After is Before + 1,
    assertz(count(Word, After)).

line(Line) :-
    get_code(Code),
    codes(Code, Codes),
    atom_codes(Line, Codes).

codes(0'\n, []) :- !.
codes(-1, []) :- !.
codes(Code, [Code|Codes]) :-
    get_code(Next),
    codes(Next, Codes).
