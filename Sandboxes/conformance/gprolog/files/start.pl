:- initialization(main).

main :-
    greet('World').
