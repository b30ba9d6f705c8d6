my @tasks = (^4).map: -> $number { start { [+] $number xx 1000 } };
say [+] await @tasks;
