-module(input).
-export([main/0]).

main() ->
    read(0, "").

read(Count, Last) ->
    case io:get_line("") of
        eof -> io:format("~b~n~ts", [Count, Last]);
        Line -> read(Count + 1, Line)
    end.
