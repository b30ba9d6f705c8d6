-module(utf8).
-export([main/0]).

main() ->
    ok = io:setopts([{encoding, unicode}]),
    [io:put_chars(io:get_line("")) || _ <- [1, 2]],
    io:put_chars("žluťoučký kůň, καλημέρα, 日本語, 🙂\n").
