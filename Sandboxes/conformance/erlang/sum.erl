-module(sum).
-export([main/0]).

main() ->
    ok = io:setopts([binary]),
    [Count | Words] = binary:split(read(<<>>), <<"\n">>, [global]),
    Numbers = lists:sublist(Words, binary_to_integer(Count)),
    io:format("~b~n", [lists:sum([binary_to_integer(Word) || Word <- Numbers])]).

read(Text) ->
    case file:read(standard_io, 1 bsl 20) of
        {ok, More} -> read(<<Text/binary, More/binary>>);
        eof -> Text
    end.
