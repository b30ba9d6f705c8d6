:- initialization(main).

main :-
    greeting(Words, Unused),
    write(Words), nl.

greeting('Hello, World!', 1).
