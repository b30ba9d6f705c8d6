:- initialization(main).

main :-
    throw(nobody_catches_this).
