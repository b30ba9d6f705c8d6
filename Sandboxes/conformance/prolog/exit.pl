main :-
    halt(3).
