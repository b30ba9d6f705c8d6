main :-
    integer_line(Count),
    length(Values, Count),
    maplist(integer_line, Values),
    msort(Values, Sorted),
    maplist(writeln, Sorted).

integer_line(Value) :-
    read_line_to_codes(user_input, Codes),
    number_codes(Value, Codes).
