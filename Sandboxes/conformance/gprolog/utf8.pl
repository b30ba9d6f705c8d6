:- initialization(main).

main :-
    echo,
    echo,
    write('žluťoučký kůň, καλημέρα, 日本語, 🙂'), nl.

echo :-
    get_char(Char),
    put_char(Char),
    (   Char == '\n' -> true ; echo ).
