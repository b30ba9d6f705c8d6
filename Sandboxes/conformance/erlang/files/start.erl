-module(start).
-export([main/0]).

main() ->
    greeting:greet("World").
