-module(map).
-export([main/0]).

main() ->
    Counts = count(#{}),
    io:format("~b~n~b~n", [maps:size(Counts), maps:get("judge", Counts)]).

count(Counts) ->
    case io:get_line("") of
        eof -> Counts;
        Line -> count(maps:update_with(string:trim(Line), fun(N) -> N + 1 end, 1, Counts))
    end.
