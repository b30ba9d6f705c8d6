-module(broken).
-export([main/0]).
main() -> io:format("~b~n", [1 + Unknown]).
