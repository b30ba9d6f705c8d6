main :-
    loop(0).

loop(Counter) :-
    Counter1 is (Counter + 1) mod 1000,
    loop(Counter1).
