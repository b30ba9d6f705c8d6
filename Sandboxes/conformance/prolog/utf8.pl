main :-
    echo,
    echo,
    writeln('žluťoučký kůň, καλημέρα, 日本語, 🙂').

echo :-
    read_line_to_string(user_input, Line),
    writeln(Line).
