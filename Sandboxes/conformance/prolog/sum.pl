main :-
    integer_line(Count),
    sum(Count, 0, Sum),
    writeln(Sum).

sum(0, Sum, Sum) :- !.
sum(Count, Sum0, Sum) :-
    integer_line(Value),
    Sum1 is Sum0 + Value,
    Count1 is Count - 1,
    sum(Count1, Sum1, Sum).

integer_line(Value) :-
    read_line_to_codes(user_input, Codes),
    number_codes(Value, Codes).
