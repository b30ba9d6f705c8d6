main :-
    greeting(Words, Unused),
    writeln(Words).

greeting('Hello, World!', 1).
