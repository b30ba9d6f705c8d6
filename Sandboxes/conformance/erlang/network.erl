-module(network).
-export([main/0]).

main() ->
    case gen_tcp:connect({192, 0, 2, 1}, 80, [], 5000) of
        {error, _} -> io:put_chars("no network\n");
        {ok, _} -> io:put_chars("network\n")
    end.
