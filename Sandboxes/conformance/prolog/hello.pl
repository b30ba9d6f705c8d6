main :-
    writeln('Hello, World!').
