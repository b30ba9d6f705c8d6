main :-
    length(Codes, 99),
    maplist(=(0'x), Codes),
    atom_codes(Line, Codes),
    forall(between(1, 100000, _), writeln(Line)).
