-module(threads).
-export([main/0]).

main() ->
    Self = self(),
    [spawn(adder(Self, Number)) || Number <- lists:seq(0, 3)],
    Sums = [receive Sum -> Sum end || _ <- lists:seq(0, 3)],
    io:format("~b~n", [lists:sum(Sums)]).

adder(Receiver, Number) ->
    fun() -> Receiver ! lists:sum([Number || _ <- lists:seq(1, 1000)]) end.
