use std.textio.all;

package greeting is
    procedure greet(name : string);
end package;

package body greeting is
    procedure greet(name : string) is
    begin
        write(output, "Hello, " & name & "!" & LF);
    end procedure;
end package body;
